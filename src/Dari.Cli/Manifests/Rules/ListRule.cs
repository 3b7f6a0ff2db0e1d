using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Rules;

/// <summary>A list of values of one kind.</summary>
internal sealed class ListRule(Rule item) : Rule
{
    public override string Expected => "a list";

    /// <summary>Keys of the items whose values may not come twice.</summary>
    public string[] Unique { get; init; } = [];

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        if (node is not YamlSequenceNode list)
        {
            Refuse(node, place, findings, "Write '- ' before each item on a line of its own, or brackets around them.");
            return;
        }

        foreach ((YamlNode child, int index) in list.Children.Select(static (child, index) => (child, index)))
        {
            item.Check(child, place.OfItem(child, index), findings);
        }

        foreach (string key in Unique)
        {
            CheckUnique(list, key, place, findings);
        }
    }

    private static void CheckUnique(YamlSequenceNode list, string key, Place place, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((YamlNode child, int index) in list.Children.Select(static (child, index) => (child, index)))
        {
            if (child.Find(key) is { } value && value.Text() is { } text && !seen.Add(text.TrimEnd('/')))
            {
                findings.Add(
                    place.OfItem(child, index).Of(value, key), $"'{text}' is the {key} of two items of '{place.Key}'.", "Give each its own, or remove one.");
            }
        }
    }
}
