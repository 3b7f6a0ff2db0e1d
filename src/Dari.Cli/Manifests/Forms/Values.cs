using System.Text.RegularExpressions;
using Dari.Cli.Manifests.Rules;

namespace Dari.Cli.Manifests.Forms;

/// <summary>Values that stand in several places.</summary>
internal static partial class Values
{
    private const string NameRemedy = "Use upper-case letters, digits and underscores, and no digit first, such as: GITHUB_TOKEN";

    public static TextRule Text { get; } = new();

    public static FlagRule Flag { get; } = new();

    public static IntegerRule Positive { get; } = new();

    /// <summary>The name of a credential or of an environment variable.</summary>
    public static TextRule Name { get; } = new() { Pattern = NamePattern(), PatternRemedy = NameRemedy };

    public static ListRule Names { get; } = new(Name);

    /// <summary>Environment variables.</summary>
    public static TableRule Environment { get; } = new(new EnvironmentRule()) { Keys = NamePattern(), KeysRemedy = NameRemedy };

    public static TextRule Address { get; } = new()
    {
        Pattern = AddressPattern(),
        PatternRemedy = "Write a whole address, such as: https://llm.example.com/v1",
    };

    public static TextRule Route { get; } = new() { Pattern = RoutePattern(), PatternRemedy = "Begin it with a slash, such as: /health" };

    [GeneratedRegex(@"\A[A-Z_][A-Z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\Ahttps?://[^\s/]+\S*\z", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\A/\S*\z", RegexOptions.CultureInvariant)]
    private static partial Regex RoutePattern();
}
