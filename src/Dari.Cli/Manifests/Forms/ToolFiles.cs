using System.Text.RegularExpressions;
using Dari.Cli.Manifests.Rules;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Forms;

/// <summary>
/// The custom tools: their entries, and the <c>tool.yml</c> in each tool's folder. Pages differ on where the details stand,
/// so both places may have them.
/// </summary>
internal static partial class ToolFiles
{
    private static readonly string[] RunByDari = ["runtime", "handler", "retries"];

    private static readonly MapKey[] Details =
    [
        new("runtime", new TextRule { Allowed = ["typescript", "python"] }),
        new("handler", new TextRule { Pattern = Handler(), PatternRemedy = "Write file and name, such as: tool.py:run" }),
        new("retries", Values.Positive),
        new("timeout_seconds", Values.Positive),
    ];

    private static readonly MapRule File = new(
    [
        new MapKey("name", Values.Text) { IsRequired = true, Example = "name: count_words" },
        new MapKey("description", Values.Text) { IsRequired = true, Example = "description: Counts the words of a text." },
        new MapKey("input_schema", Values.Text) { IsRequired = true, Example = "input_schema: input.schema.json" },
        new MapKey("output_schema", Values.Text),
        .. Details,
    ]);

    public static MapRule Entry { get; } = new(
    [
        new MapKey("name", Values.Text) { IsRequired = true, Example = "name: count_words" },
        new MapKey("path", Values.Text) { IsRequired = true, Example = "path: tools/count_words" },
        new MapKey("kind", new TextRule { Allowed = ["main", "external"] }) { IsRequired = true, Example = "kind: main" },
        new MapKey("description", Values.Text),
        .. Details,
    ]);

    public static void Check(YamlNode? tools, Place place, string[] reserved, AgentFolder folder, Findings findings)
    {
        foreach ((YamlNode item, int index) in tools.Items().Select(static (item, index) => (item, index)))
        {
            Place at = (place with { Key = "custom_tools" }).OfItem(item, index);
            if (item.Find("name") is { } name && name.Text() is { } text && reserved.Contains(text))
            {
                findings.Add(at.Of(name, "name"), $"'{text}' is the name of a built-in tool.", "Choose another name.");
            }

            bool isExternal = item.Find("kind").Text() == "external";
            CheckRunByDari(item, isExternal, at, findings);
            if (item.Find("path") is { } path && folder.RequireFolder(path, at.Of(path, "path"), "tools/", findings) is { } toolFolder)
            {
                CheckFolder(toolFolder, at.Of(path, "path"), isExternal, folder, findings);
            }

            if (item.Find("handler") is { } handler)
            {
                CheckHandler(handler, item.Find("path").Text()?.TrimEnd('/') + "/", at.Of(handler, "handler"), folder, findings);
            }
        }
    }

    private static void CheckFolder(string toolFolder, Place place, bool isExternal, AgentFolder folder, Findings findings)
    {
        string name = toolFolder + "tool.yml";
        if (!folder.Has(name))
        {
            if (!folder.Has(toolFolder + "tool.ts") && !folder.Has(toolFolder + "tool.mts"))
            {
                findings.Add(place, $"'{toolFolder}' has no tool.yml.", "Add it, with name, description and input_schema.");
            }

            return;
        }

        folder.Note(name, place, findings);
        if (YamlFile.Read(folder.Path, name, findings) is not { } tool)
        {
            return;
        }

        Place start = Place.Start(name);
        File.Check(tool, start, findings);
        CheckRunByDari(tool, isExternal, start, findings);
        foreach (string key in (string[])["input_schema", "output_schema"])
        {
            if (tool.Find(key) is { } schema && schema.Text() is { } file)
            {
                folder.RequireFile(toolFolder + file, start.Of(schema, key), findings);
            }
        }

        if (tool.Find("handler") is { } handler)
        {
            CheckHandler(handler, toolFolder, start.Of(handler, "handler"), folder, findings);
        }
    }

    private static void CheckRunByDari(YamlNode tool, bool isExternal, Place place, Findings findings)
    {
        foreach (string key in RunByDari)
        {
            if (isExternal && tool.Find(key) is { } value)
            {
                findings.Add(place.Of(value, key), $"'{key}' has no meaning for an external tool, which your own program runs.", "Remove it, or write kind: main");
            }
        }
    }

    /// <summary>A handler's file stands in the tool's folder, or is named from the agent's.</summary>
    private static void CheckHandler(YamlNode handler, string toolFolder, Place place, AgentFolder folder, Findings findings)
    {
        if (handler.Text() is { } text && Handler().IsMatch(text))
        {
            string file = text[..text.LastIndexOf(':')];
            folder.RequireFile(folder.Has(file) && !folder.Has(toolFolder + file) ? file : toolFolder + file, place, findings);
        }
    }

    [GeneratedRegex(@"\A[^:\s][^:]*:[^:\s]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Handler();
}
