namespace Dari.Generator.Review.Rules;

internal static class ObjectRules
{
    public static readonly Rule PropertyAdded = new(
        "property-added", Level.Safe, Level.Safe, "property-removed", "{0} is new", "Who sends leaves it out; who receives keeps it among the members that are not known.");

    public static readonly Rule RequiredPropertyAdded = new(
        "property-added-required", Level.Breaking, Level.Safe, "property-removed-required", "{0} is new and required", "What was sent before lacks it and is refused.");

    public static readonly Rule PropertyRemoved = new(
        "property-removed", Level.Risky, Level.Risky, "property-added", "{0} is gone", "What is sent for it is ignored or refused; who reads it finds nothing.");

    public static readonly Rule RequiredPropertyRemoved = new(
        "property-removed-required", Level.Risky, Level.Breaking, "property-added-required", "{0}, which was required, is gone", "Old code cannot read an object without it; what is sent for it is ignored or refused.");

    public static readonly Rule BecameRequired;
    public static readonly Rule BecameOptional;

    public static readonly Rule Closed;
    public static readonly Rule Opened;

    public static readonly Rule AdditionalNarrowed;
    public static readonly Rule AdditionalWidened;

    public static readonly Rule PatternAdded;
    public static readonly Rule PatternRemoved;

    public static readonly Rule ItemsNarrowed;
    public static readonly Rule ItemsWidened;

    public static readonly Rule TupleNarrowed;
    public static readonly Rule TupleWidened;

    public static readonly Rule NamesNarrowed;
    public static readonly Rule NamesWidened;

    public static readonly Rule NotAdded;
    public static readonly Rule NotRemoved;

    public static readonly Rule NeverSet;
    public static readonly Rule NeverUnset;

    static ObjectRules()
    {
        (BecameRequired, BecameOptional) = Rule.Pair("property-became-required", "{0} became required", "property-became-optional", "{0} became optional");
        (Closed, Opened) = Rule.Pair(
            "object-closed", "{0} takes no other members any more", "object-opened", "{0} may have other members", Level.Risky);
        (AdditionalNarrowed, AdditionalWidened) = Rule.Pair(
            "additional-narrowed", "Other members of {0} have a type now", "additional-widened", "Other members of {0} may be anything");
        (PatternAdded, PatternRemoved) = Rule.Pair(
            "pattern-property-added", "Members by a pattern, {0}, have a type now", "pattern-property-removed", "Members by a pattern, {0}, no longer have a type", Level.Risky);
        (ItemsNarrowed, ItemsWidened) = Rule.Pair("items-narrowed", "Items of the list have a type now", "items-widened", "Items of the list may be anything");
        (TupleNarrowed, TupleWidened) = Rule.Pair("tuple-narrowed", "{0} of the tuple has a type now", "tuple-widened", "{0} of the tuple no longer has a type");
        (NamesNarrowed, NamesWidened) = Rule.Pair(
            "names-narrowed", "Names of members must fit a schema", "names-widened", "Names of members may be anything", Level.Risky);
        (NotAdded, NotRemoved) = Rule.Pair("not-added", "Some values are excluded by 'not'", "not-removed", "No value is excluded by 'not' any more", Level.Risky);
        (NeverSet, NeverUnset) = Rule.Pair("never-set", "No value fits {0}", "never-unset", "Values fit {0}, which none did", Level.Risky);
    }
}
