namespace Dari.Generator.Review.Rules;

internal static class UnionRules
{
    public static readonly Rule Introduced = new(
        "union-introduced", Level.Breaking, Level.Breaking, "union-dropped", "{0} is one of several things: {2}", "Old code knows one shape only.");

    public static readonly Rule Dropped = new(
        "union-dropped", Level.Breaking, Level.Breaking, "union-introduced", "{0} is one thing, no longer one of {1}", "Old code writes and reads the cases.");

    public static readonly Rule CaseRemoved;
    public static readonly Rule CaseAdded;

    public static readonly Rule KindChanged = Rule.Self(
        "union-kind-changed", Level.Risky, Level.Risky, "The cases of {0} were '{1}' and are '{2}'", "A value that fits several cases is allowed by one of the two only.");

    public static readonly Rule OrderChanged = Rule.Self(
        "union-order-changed", Level.Safe, Level.Risky, "The cases of {0} stand in another order", "A value that fits several cases is read as the first of them.");

    public static readonly Rule DiscriminatorAdded = new(
        "discriminator-added", Level.Breaking, Level.Risky, "discriminator-removed", "The cases of {0} are told apart by {2}", "What is sent must say which case it is.");

    public static readonly Rule DiscriminatorRemoved = new(
        "discriminator-removed", Level.Safe, Level.Risky, "discriminator-added", "The cases of {0} are no longer told apart by {1}", "Old code looks for a member that may be missing.");

    public static readonly Rule DiscriminatorChanged = Rule.Self(
        "discriminator-changed", Level.Breaking, Level.Breaking, "The cases of {0} were told apart by {1} and are by {2}", "Old code writes and looks for the wrong member.");

    public static readonly Rule MappingRemoved;
    public static readonly Rule MappingAdded;

    public static readonly Rule MappingChanged = Rule.Self(
        "mapping-changed", Level.Breaking, Level.Breaking, "{0} meant {1} and means {2}", "Old code reads and writes another case under this value.");

    static UnionRules()
    {
        (CaseRemoved, CaseAdded) = Rule.Pair("union-case-removed", "{0} is gone", "union-case-added", "{0} is new", Level.Risky);
        (MappingRemoved, MappingAdded) = Rule.Pair("mapping-removed", "{0} is gone", "mapping-added", "{0} is new", Level.Risky);
    }
}
