using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Rules;

/// <summary>A mapping whose keys are known.</summary>
internal sealed class MapRule(params MapKey[] keys) : Rule
{
    public override string Expected => "a mapping";

    /// <summary>Keys that other forms of the file have, and where to go with them.</summary>
    public IReadOnlyDictionary<string, string> Elsewhere { get; init; } = new Dictionary<string, string>();

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        if (node is not YamlMappingNode mapping)
        {
            Refuse(node, place, findings, $"Write these keys below it, indented: {string.Join(", ", keys.Select(static key => key.Name))}.");
            return;
        }

        foreach ((YamlNode name, YamlNode value) in mapping.Children)
        {
            CheckMember(name, value, place, findings);
        }

        foreach (MapKey key in keys.Where(key => key.IsRequired && mapping.Find(key.Name) is null))
        {
            string where = place.Key.Length == 0 ? "" : $" in '{place.Key}'";
            findings.Add(place, $"'{key.Name}' is missing{where}.", $"Add it, such as: {key.Example}");
        }
    }

    private void CheckMember(YamlNode name, YamlNode value, Place place, Findings findings)
    {
        string? text = (name as YamlScalarNode)?.Value;
        if (text is not null && Array.Find(keys, key => key.Name == text) is { } known)
        {
            known.Rule.Check(value, place.Of(name, text), findings);
            return;
        }

        string remedy = text is not null && Elsewhere.TryGetValue(text, out string? elsewhere) ? elsewhere
            : text is not null && Spelling.Nearest(text, keys.Select(static key => key.Name)) is { } near ? $"Did you mean '{near}'?"
            : $"Remove it; known are: {string.Join(", ", keys.Select(static key => key.Name))}.";
        findings.Add(place.Of(name, text ?? "?"), $"'{text ?? name.Kind()}' is no key{(place.Key.Length == 0 ? "" : $" of '{place.Key}'")}.", remedy);
    }
}
