namespace Dari.Generator.Review.Rules;

internal static class EnumRules
{
    public static readonly Rule Introduced;
    public static readonly Rule Dropped;

    public static readonly Rule ValueRemoved;
    public static readonly Rule ValueAdded;

    public static readonly Rule OrderChanged = Rule.Self(
        "enum-order-changed", Level.Safe, Level.Safe, "The values of {0} stand in another order", "Values are compared by what they are, not by their place.");

    public static readonly Rule NamesChanged = Rule.Self(
        "enum-names-changed", Level.Safe, Level.Safe, "The names of the values of {0} were {1} and are {2}", "Nothing changes on the wire; where a value has another name in C#, that is reported as well.");

    static EnumRules()
    {
        (Introduced, Dropped) = Rule.Pair(
            "enum-introduced", "{0} takes only these values: {2}", "enum-dropped", "{0} takes any value, not only {1}", Level.Risky);
        (ValueRemoved, ValueAdded) = Rule.Pair(
            "enum-value-removed", "{0} can no longer be used", "enum-value-added", "{0} is new", Level.Risky);
    }
}
