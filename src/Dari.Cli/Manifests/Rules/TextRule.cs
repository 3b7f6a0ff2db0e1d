using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Rules;

/// <summary>Text that is not empty.</summary>
internal sealed class TextRule : Rule
{
    public override string Expected => "text";

    /// <summary>The only values; null for any.</summary>
    public string[]? Allowed { get; init; }

    /// <summary>What it has to match; null for anything.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>What the pattern means: a sentence that begins with "Use" or "Write".</summary>
    public string PatternRemedy { get; init; } = "";

    public int MaxLength { get; init; } = int.MaxValue;

    public override void Check(YamlNode node, Place place, Findings findings)
    {
        if (node is not YamlScalarNode scalar)
        {
            Refuse(node, place, findings, "Write one value, in quotes if it holds a colon or a brace.");
            return;
        }

        string value = scalar.Value ?? "";
        if (scalar.IsNull() || value.Trim().Length == 0)
        {
            findings.Add(At(node, place), $"{Named(place)} is empty.", Allowed is null ? "Write a value, or remove the key." : Choice());
        }
        else if (Allowed?.Contains(value) == false)
        {
            findings.Add(At(node, place), $"{Named(place)} is '{value}', which is unknown.", Choice());
        }
        else if (scalar.OtherThanText() is { } kind)
        {
            findings.Add(At(node, place), $"{Named(place)} is {kind}, and has to be text.", $"Put it in quotes: \"{value}\"");
        }
        else if (Pattern?.IsMatch(value) == false)
        {
            findings.Add(At(node, place), $"{Named(place)} is '{value}', which is not allowed.", PatternRemedy);
        }
        else if (value.Length > MaxLength)
        {
            findings.Add(At(node, place), $"{Named(place)} has {value.Length} characters.", $"Use at most {MaxLength}.");
        }
    }

    private string Choice() => Allowed!.Length == 1 ? $"Write '{Allowed[0]}'." : $"Write one of: {string.Join(", ", Allowed)}.";
}
