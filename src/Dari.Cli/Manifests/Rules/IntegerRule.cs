using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Rules;

/// <summary>A whole number in a range.</summary>
internal sealed class IntegerRule(long least = 1, long most = int.MaxValue) : Rule
{
    public override string Expected => "a whole number";

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        string remedy = most == int.MaxValue ? $"Write a number of {least} or more, without quotes." : $"Write a number from {least} to {most}, without quotes.";
        if (node.Integer() is not { } number)
        {
            findings.Add(At(node, place), $"{Named(place)} is {(node.Text() is { } text ? $"'{text}'" : node.Kind())}, and has to be {Expected}.", remedy);
        }
        else if (number < least || number > most)
        {
            findings.Add(At(node, place), $"{Named(place)} is {number}, which is out of range.", remedy);
        }
    }
}
