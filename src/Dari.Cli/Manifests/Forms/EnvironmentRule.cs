using Dari.Cli.Manifests.Rules;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Forms;

/// <summary>The value of an environment variable: text, which may be empty if it is in quotes.</summary>
internal sealed class EnvironmentRule : Rule
{
    public override string Expected => "text";

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        if (node is not YamlScalarNode { Value: "" } scalar || scalar.IsNull())
        {
            Values.Text.Check(node, place, findings);
        }
    }
}
