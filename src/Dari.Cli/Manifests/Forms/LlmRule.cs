using Dari.Cli.Manifests.Rules;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Forms;

/// <summary>One model, or several to choose from.</summary>
internal sealed class LlmRule : Rule
{
    private static readonly MapKey Model = new("model", Values.Text) { Example = "model: anthropic/claude-sonnet-4" };

    private static readonly MapKey[] Shared =
    [
        new("provider", new TextRule { Allowed = ["openrouter", "openai", "anthropic"] }),
        new("base_url", Values.Address),
        new("api_key_secret", Values.Name),
    ];

    private static readonly MapRule All = new(
    [
        .. Shared,
        Model,
        new MapKey("default", Values.Text),
        new MapKey("options", new TableRule(new MapRule([.. Shared, Model with { IsRequired = true }]))),
    ]);

    private static readonly MapRule Single = new([.. Shared, Model with { IsRequired = true }, new MapKey("default", Values.Text)]);

    public override string Expected => "a mapping";

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        YamlNode? options = node.Find("options");
        (options is null ? Single : All).Check(node, place, findings);
        YamlNode? chosen = node.Find("default");
        if (options is YamlMappingNode { Children.Count: > 0 } choices)
        {
            CheckSeveral(node, choices, chosen, place, findings);
        }
        else if (options is not null)
        {
            findings.Add(place.Of(options, "options"), $"'{place.Key}.options' holds no model.", "Add one, or write 'model' instead.");
        }
        else if (chosen is not null)
        {
            findings.Add(place.Of(chosen, "default"), "A default needs options to choose from.", "Add 'options', or remove 'default'.");
        }
    }

    private static void CheckSeveral(YamlNode node, YamlMappingNode choices, YamlNode? chosen, Place place, Findings findings)
    {
        if (node.Find("model") is { } model)
        {
            findings.Add(place.Of(model, "model"), "'model' stands beside 'options': it is one model or several.", "Move it into an option.");
        }

        string[] ids = [.. choices.Children.Keys.Select(static key => (key as YamlScalarNode)?.Value ?? "")];
        if (chosen is null)
        {
            findings.Add(place, $"'default' is missing in '{place.Key}'.", $"Say which option is taken when a session names none, such as: default: {ids[0]}");
        }
        else if (chosen.Text() is { } id && !ids.Contains(id))
        {
            findings.Add(place.Of(chosen, "default"), $"'{id}' is not one of the options.", $"Write one of: {string.Join(", ", ids)}.");
        }
    }
}
