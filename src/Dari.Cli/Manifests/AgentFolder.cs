using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests;

/// <summary>The folder of an agent, in which the files have to be that its manifest names.</summary>
internal sealed class AgentFolder(string path)
{
    public string Path => path;

    public bool Has(string name) => File.Exists(System.IO.Path.Combine(path, name));

    /// <summary>Notes a file that exists and has to be in the archive.</summary>
    public void Note(string name, Place place, Findings findings) => findings.Add(new ManifestFile(name, place));

    /// <summary>Looks for the file that a key below the root names, if it is there.</summary>
    public void Require(YamlNode root, Place place, Findings findings, params string[] keys)
    {
        YamlNode? value = keys.Aggregate((YamlNode?)root, static (node, key) => node.Find(key));
        if (value.Text() is { Length: > 0 } name)
        {
            RequireFile(name, place.Of(value!, string.Join('.', keys)), findings);
        }
    }

    /// <summary>Looks for a file.</summary>
    /// <returns>False when it is not there or is none, which is told.</returns>
    public bool RequireFile(string name, Place place, Findings findings)
    {
        if (!IsInside(name, place, findings))
        {
            return false;
        }

        if (!Has(name))
        {
            findings.Add(place, $"There is no file '{name}'.", Directory.Exists(System.IO.Path.Combine(path, name))
                ? "That is a folder; name a file in it."
                : "Add it, or correct the path; it is relative to the folder of dari.yml.");
            return false;
        }

        Note(name, place, findings);
        return true;
    }

    /// <summary>Looks for a folder below another.</summary>
    /// <returns>Its path with a slash at the end; null when it is not there, which is told.</returns>
    public string? RequireFolder(YamlNode value, Place place, string below, Findings findings)
    {
        if (value.Text() is not { Length: > 0 } text || !IsInside(text.TrimEnd('/'), place, findings))
        {
            return null;
        }

        string name = text.TrimEnd('/') + "/";
        if (!name.StartsWith(below, StringComparison.Ordinal) || name.Length == below.Length)
        {
            findings.Add(place, $"'{text}' is not a folder below '{below}'.", $"Move it there, and write its path, such as: {below}{System.IO.Path.GetFileName(text.TrimEnd('/'))}");
            return null;
        }

        if (!Directory.Exists(System.IO.Path.Combine(path, name)))
        {
            findings.Add(place, $"There is no folder '{text}'.", "Add it, or correct the path; it is relative to the folder of dari.yml.");
            return null;
        }

        Note(name, place, findings);
        return name;
    }

    private static bool IsInside(string name, Place place, Findings findings)
    {
        bool isInside = !name.Contains('\\')
            && !name.Contains('\0')
            && !name.Contains(':')
            && name.Split('/').All(static part => part is not ("" or "." or ".."));
        if (!isInside)
        {
            findings.Add(place, $"'{name}' is not a path inside the agent's folder.", "Write it relative to the folder of dari.yml, with '/', without '..'.");
        }

        return isInside;
    }
}
