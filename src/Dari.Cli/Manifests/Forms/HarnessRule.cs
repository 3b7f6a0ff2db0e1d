using Dari.Cli.Manifests.Rules;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Forms;

/// <summary>What runs the agent: a word, or a mapping with the details.</summary>
internal sealed class HarnessRule : Rule
{
    public const string CustomServer = "customRuntimeServer";

    private static readonly TextRule Word = new() { Allowed = ["pi"] };

    private static readonly MapRule Server = new(
        new MapKey("command", Values.Text) { IsRequired = true, Example = "command: node server.js" },
        new MapKey("port", new IntegerRule(1, 65_535)) { IsRequired = true, Example = "port: 8080" },
        new MapKey("health_path", Values.Route),
        new MapKey("advance_path", Values.Route));

    private static readonly MapRule Details = new(
        new MapKey("kind", new TextRule { Allowed = ["pi", CustomServer] }) { IsRequired = true, Example = "kind: pi" },
        new MapKey("protocol", new TextRule { Allowed = ["dari-runtime-v1"] }),
        new MapKey(CustomServer, Server));

    public override string Expected => "'pi' or a mapping with 'kind'";

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        if (node is not YamlMappingNode)
        {
            Word.Check(node, place, findings);
            return;
        }

        Details.Check(node, place, findings);
        bool isServer = node.Find("kind").Text() == CustomServer;
        YamlNode? server = node.Find(CustomServer);
        if (isServer && server is null)
        {
            findings.Add(place, $"'{CustomServer}' is missing in 'harness', whose kind it is.", $"Add {CustomServer} with command and port.");
        }
        else if (!isServer && server is not null && node.Find("kind").Text() is { } kind)
        {
            findings.Add(place.Of(server, CustomServer), $"'{CustomServer}' has no meaning for the kind '{kind}'.", $"Remove it, or write kind: {CustomServer}");
        }
    }
}
