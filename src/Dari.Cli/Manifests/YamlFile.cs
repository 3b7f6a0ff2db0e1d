using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests;

/// <summary>Reads a YAML file of an agent into nodes that know their places.</summary>
internal static class YamlFile
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="folder">The agent's folder.</param>
    /// <param name="name">The file, relative to it.</param>
    /// <param name="findings">Told what is wrong.</param>
    /// <returns>The mapping in it; null when there is none, which is told.</returns>
    public static YamlMappingNode? Read(string folder, string name, Findings findings)
    {
        Place start = Place.Start(name);
        byte[] bytes;
        try
        {
            using FileStream file = File.OpenRead(Path.Combine(folder, name));
            if (file.Length > MaxBytes)
            {
                findings.Add(start, $"{name} has {file.Length} bytes, and may have {MaxBytes}.", "Move what is long into files of its own.");
                return null;
            }

            bytes = new byte[file.Length];
            file.ReadExactly(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(start, $"{name} cannot be read: {exception.Message}", "Check that it exists and that you may read it.");
            return null;
        }

        return Text(bytes) is { } text
            ? Parse(text, start, findings)
            : Missing(findings, start, $"{name} is not UTF-8 text.", "Save it as UTF-8.");
    }

    /// <summary>Parses text that begins at a place.</summary>
    public static YamlMappingNode? Parse(string text, Place start, Findings findings)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            // Its own message repeats the place in words.
            string problem = (exception.InnerException?.Message ?? exception.Message).TrimEnd('.');
            return Missing(
                findings,
                start with { Line = start.Line - 1 + (int)Math.Max(1, exception.Start.Line), Column = (int)Math.Max(1, exception.Start.Column) },
                $"This is not YAML: {problem}.",
                "Look at the indentation, the colons and the quotes here and in the line before.");
        }

        if (stream.Documents.Count > 1)
        {
            return Missing(findings, start.Of(stream.Documents[1].RootNode), "A second YAML document begins here.", "Remove it; a file holds one.");
        }

        return stream.Documents.FirstOrDefault()?.RootNode switch
        {
            YamlMappingNode mapping => mapping,
            null => Missing(findings, start, $"{start.File} is empty.", "Write keys with values into it, such as: name: my-agent"),
            { } other => Missing(findings, start.Of(other), $"{start.File} is not a mapping.", "Write keys with values, such as: name: my-agent"),
        };
    }

    public static string? Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static YamlMappingNode? Missing(Findings findings, Place place, string message, string remedy)
    {
        findings.Add(place, message, remedy);
        return null;
    }
}
