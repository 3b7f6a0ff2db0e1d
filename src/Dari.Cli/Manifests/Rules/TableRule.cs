using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Rules;

/// <summary>A mapping whose keys are the user's own.</summary>
internal sealed class TableRule(Rule value) : Rule
{
    public override string Expected => "a mapping";

    /// <summary>What keys have to match; null for any.</summary>
    public Regex? Keys { get; init; }

    public string KeysRemedy { get; init; } = "";

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        if (node is not YamlMappingNode mapping)
        {
            Refuse(node, place, findings, "Write a name, a colon and a value on each line below it, indented.");
            return;
        }

        foreach ((YamlNode key, YamlNode child) in mapping.Children)
        {
            string name = (key as YamlScalarNode)?.Value ?? "";
            Place at = place.Of(key, name);
            if (name.Length == 0 || Keys?.IsMatch(name) == false)
            {
                findings.Add(at, $"'{name}' is not a name that '{place.Key}' allows.", name.Length == 0 ? "Write a name." : KeysRemedy);
            }

            value.Check(child, at, findings);
        }
    }
}
