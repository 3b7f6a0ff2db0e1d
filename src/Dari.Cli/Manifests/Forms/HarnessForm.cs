using Dari.Cli.Manifests.Rules;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Forms;

/// <summary>The manifest with <c>harness</c> and <c>instructions</c>.</summary>
internal static class HarnessForm
{
    private static readonly string[] BuiltInTools = ["read", "bash", "edit", "write", "grep", "find", "ls"];

    private static readonly MapRule Keys = new(
        new MapKey("name", Values.Text) { IsRequired = true, Example = "name: my-agent" },
        new MapKey("harness", new HarnessRule()) { IsRequired = true, Example = "harness: pi" },
        new MapKey("instructions", new MapRule(new MapKey("system", Values.Text) { IsRequired = true, Example = "system: prompts/system.md" }))
        {
            IsRequired = true,
            Example = "instructions: { system: prompts/system.md }",
        },
        new MapKey("llm", new LlmRule()),
        new MapKey("sandbox", new SandboxRule()),
        new MapKey("built_in_tools", new ListRule(new TextRule { Allowed = BuiltInTools })),
        new MapKey("custom_tools", new ListRule(ToolFiles.Entry) { Unique = ["name", "path"] }),
        new MapKey("skills", new ListRule(SkillFiles.Entry) { Unique = ["name", "path"] }),
        new MapKey("extensions", new ListRule(NamedFolder("extensions/search")) { Unique = ["name", "path"] }))
    {
        Elsewhere = new Dictionary<string, string>
        {
            ["runtime"] = "Move it into 'sandbox', as 'runtimes' or 'dockerfile'.",
            ["env"] = "Move it into 'sandbox'.",
            ["secrets"] = "Move it into 'sandbox'.",
            ["tools"] = "Write 'built_in_tools' for those that Dari brings, and 'custom_tools' for your own.",
            ["sdk"] = "Remove it: 'harness' takes its place.",
            ["entrypoint"] = "Remove it, or write 'sdk' instead of 'harness'.",
            ["retries"] = "Remove it: only a manifest with 'sdk' has it.",
        },
    };

    public static MapRule NamedFolder(string example) => new(
        new MapKey("name", Values.Text) { IsRequired = true, Example = $"name: {example.Split('/')[1]}" },
        new MapKey("path", Values.Text) { IsRequired = true, Example = $"path: {example}" });

    public static void Check(YamlMappingNode root, Place place, AgentFolder folder, Findings findings)
    {
        Keys.Check(root, place, findings);
        if (root.Find("llm") is null && IsPi(root.Find("harness")))
        {
            findings.Add(place, "'llm' is missing, which the harness 'pi' needs.", "Add it, such as: llm: { model: anthropic/claude-sonnet-4 }");
        }

        folder.Require(root, place, findings, "instructions", "system");
        folder.Require(root, place, findings, "sandbox", "dockerfile");
        folder.Require(root, place, findings, "sandbox", "setup", "script");
        ToolFiles.Check(root.Find("custom_tools"), place, BuiltInTools, folder, findings);
        SkillFiles.Check(root.Find("skills"), place, folder, findings);
        CheckExtensions(root.Find("extensions"), place, folder, findings);
    }

    private static bool IsPi(YamlNode? harness) => (harness.Text() ?? harness.Find("kind").Text()) == "pi";

    private static void CheckExtensions(YamlNode? extensions, Place place, AgentFolder folder, Findings findings)
    {
        foreach ((YamlNode item, int index) in extensions.Items().Select(static (item, index) => (item, index)))
        {
            if (item.Find("path") is { } path
                && folder.RequireFolder(path, (place with { Key = "extensions" }).OfItem(item, index).Of(path, "path"), "extensions/", findings) is { } name
                && !folder.Has(name + "index.ts")
                && !folder.Has(name + "index.js"))
            {
                findings.Add(place.Of(path, $"extensions[{index}].path"), $"'{name}' has no index.ts.", "Add it: an extension begins there.");
            }
        }
    }
}
