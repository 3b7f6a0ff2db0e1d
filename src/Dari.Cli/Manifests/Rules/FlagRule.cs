using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Rules;

/// <summary>True or false.</summary>
internal sealed class FlagRule : Rule
{
    public override string Expected => "true or false";

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        if (node.Flag() is null)
        {
            string found = node.Text() is { } text ? $"'{text}'" : node.Kind();
            findings.Add(At(node, place), $"{Named(place)} is {found}, and has to be true or false.", "Write true or false, without quotes.");
        }
    }
}
