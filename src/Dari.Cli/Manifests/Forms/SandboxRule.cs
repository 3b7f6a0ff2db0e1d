using Dari.Cli.Manifests.Rules;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Forms;

/// <summary>Where the agent works.</summary>
internal sealed class SandboxRule : Rule
{
    private static readonly string[] BuiltByDari = ["runtimes", "packages", "setup"];

    private static readonly MapRule Keys = new(
        new MapKey("provider", new TextRule { Allowed = ["e2b", "modal"] }),
        new MapKey("provider_api_key_secret", Values.Name),
        new MapKey("internet_access", Values.Flag),
        new MapKey("runtimes", new TableRule(Values.Text)),
        new MapKey("packages", new MapRule(new MapKey("apt", new ListRule(Values.Text)))),
        new MapKey("setup", new MapRule(new MapKey("script", Values.Text) { IsRequired = true, Example = "script: setup.sh" })),
        new MapKey("dockerfile", Values.Text),
        new MapKey("env", Values.Environment),
        new MapKey("secrets", Values.Names),
        new MapKey("resources", new MapRule(new MapKey("cpu", Values.Positive), new MapKey("memory_mb", Values.Positive))
        {
            Elsewhere = new Dictionary<string, string> { ["disk_mb"] = "Remove it: the disk has a size of its own." },
        }),
        new MapKey("storage_binding", Values.Text));

    public override string Expected => "a mapping";

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        Keys.Check(node, place, findings);
        if (node.Find("dockerfile") is null)
        {
            return;
        }

        foreach (string key in BuiltByDari)
        {
            if (node.Find(key) is { } value)
            {
                findings.Add(place.Of(value, key), $"'{key}' has no meaning beside 'dockerfile'.", "Do it in the Dockerfile, or remove 'dockerfile'.");
            }
        }
    }
}
