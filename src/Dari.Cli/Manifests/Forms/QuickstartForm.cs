using System.Text.RegularExpressions;
using Dari.Cli.Manifests.Rules;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Forms;

/// <summary>The manifest of the quickstart, with <c>sdk</c> and <c>entrypoint</c>.</summary>
internal static partial class QuickstartForm
{
    private static readonly MapRule Keys = new(
        new MapKey("name", Values.Text) { IsRequired = true, Example = "name: my-agent" },
        new MapKey("sdk", new TextRule { Allowed = ["openai-agents", "claude-agent-sdk", "opencode", "pi"] }) { IsRequired = true },
        new MapKey("entrypoint", new TextRule { Pattern = Entrypoint(), PatternRemedy = "Write file and name, such as: agent.py:agent" })
        {
            IsRequired = true,
            Example = "entrypoint: agent.py:agent",
        },
        new MapKey("runtime", new MapRule(
            new MapKey("language", Values.Text), new MapKey("version", Values.Text), new MapKey("timeout_seconds", Values.Positive))),
        new MapKey("retries", new MapRule(new MapKey("max_attempts", Values.Positive))),
        new MapKey("secrets", Values.Names),
        new MapKey("env", Values.Environment))
    {
        Elsewhere = new[] { "instructions", "llm", "sandbox", "built_in_tools", "custom_tools", "skills", "extensions" }
            .ToDictionary(static key => key, static _ => "Remove it, or write 'harness' instead of 'sdk'."),
    };

    public static void Check(YamlMappingNode root, Place place, AgentFolder folder, Findings findings)
    {
        Keys.Check(root, place, findings);
        if (root.Find("entrypoint") is { } entrypoint && entrypoint.Text() is { } text && Entrypoint().IsMatch(text))
        {
            folder.RequireFile(text[..text.LastIndexOf(':')], place.Of(entrypoint, "entrypoint"), findings);
        }
    }

    [GeneratedRegex(@"\A[^:\s][^:]*:[^:\s]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Entrypoint();
}
