using System.Text.RegularExpressions;
using Dari.Cli.Manifests.Rules;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Forms;

/// <summary>The skills, and what stands at the head of each <c>SKILL.md</c>.</summary>
internal static partial class SkillFiles
{
    private static readonly TextRule Name = new()
    {
        Pattern = NamePattern(),
        PatternRemedy = "Use lower-case letters and digits, with single hyphens between, such as: code-review",
        MaxLength = 64,
    };

    private static readonly MapRule Head = new(
        new MapKey("name", Name) { IsRequired = true, Example = "name: code-review" },
        new MapKey("description", new TextRule { MaxLength = 1024 }) { IsRequired = true, Example = "description: Reviews a change." },
        new MapKey("disable-model-invocation", Values.Flag));

    public static MapRule Entry { get; } = new(
        new MapKey("name", Name) { IsRequired = true, Example = "name: code-review" },
        new MapKey("path", Values.Text) { IsRequired = true, Example = "path: skills/code-review" });

    public static void Check(YamlNode? skills, Place place, AgentFolder folder, Findings findings)
    {
        foreach ((YamlNode item, int index) in skills.Items().Select(static (item, index) => (item, index)))
        {
            Place at = (place with { Key = "skills" }).OfItem(item, index);
            if (item.Find("path") is not { } path || folder.RequireFolder(path, at.Of(path, "path"), "skills/", findings) is not { } skillFolder)
            {
                continue;
            }

            string name = item.Find("name").Text() ?? "";
            if (name.Length > 0 && skillFolder != $"skills/{name}/")
            {
                findings.Add(at.Of(path, "path"), $"The skill '{name}' stands in '{skillFolder}'.", $"Name the folder like the skill: skills/{name}");
            }

            string file = skillFolder + "SKILL.md";
            if (folder.RequireFile(file, at.Of(path, "path"), findings))
            {
                CheckHead(file, name, folder, findings);
            }
        }
    }

    private static void CheckHead(string file, string name, AgentFolder folder, Findings findings)
    {
        Place start = Place.Start(file);
        string[] lines = [.. File.ReadLines(Path.Combine(folder.Path, file)).Take(200).Select(static line => line.TrimEnd())];
        int end = lines.Length > 0 && lines[0].TrimStart('\uFEFF') == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        if (end < 0)
        {
            findings.Add(start, "The file has no head.", "Begin it with a line of '---', the lines 'name:' and 'description:', and another '---'.");
            return;
        }

        // An empty line for the first one, so that the lines keep their numbers.
        if (YamlFile.Parse("\n" + string.Join('\n', lines[1..end]), start, findings) is not { } head)
        {
            return;
        }

        Head.Check(head, start, findings);
        if (head.Find("name") is { } written && written.Text() is { } text && name.Length > 0 && text != name)
        {
            findings.Add(start.Of(written, "name"), $"The skill calls itself '{text}', and the manifest calls it '{name}'.", "Give it one name.");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
