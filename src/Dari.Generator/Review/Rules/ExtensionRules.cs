namespace Dari.Generator.Review.Rules;

internal static class ExtensionRules
{
    public static readonly Rule Changed = Rule.Self(
        "extension-changed", Level.Risky, Level.Risky, "{0} was {1} and is {2}", "Extensions say how the client behaves; what it does then has changed.");

    public static readonly Rule NameChanged = Rule.Self(
        "extension-name-changed", Level.Safe, Level.Safe, "'x-dari-name' of {0} was {1} and is {2}", "Nothing changes on the wire; that it has another name in C# is reported as well.");
}
