namespace Dari.Generator.Review.Rules;

internal static class ParameterRules
{
    public static readonly Rule AddedOptional = new(
        "parameter-added-optional", Level.Safe, Level.Safe, "parameter-removed-optional", "{0} is new", "Old calls leave it out.");

    public static readonly Rule AddedRequired = new(
        "parameter-added-required", Level.Breaking, Level.Breaking, "parameter-removed-required", "{0} is new and required", "Old calls leave it out and are refused.");

    public static readonly Rule RemovedOptional = new(
        "parameter-removed-optional", Level.Risky, Level.Risky, "parameter-added-optional", "{0} is gone", "Old calls may still send it: it is ignored or refused.");

    public static readonly Rule RemovedRequired = new(
        "parameter-removed-required", Level.Risky, Level.Risky, "parameter-added-required", "{0}, which was required, is gone", "Old calls still send it: it is ignored or refused.");

    public static readonly Rule BecameRequired = new(
        "parameter-became-required", Level.Breaking, Level.Breaking, "parameter-became-optional", "{0} became required", "Calls that leave it out are refused.");

    public static readonly Rule BecameOptional = new(
        "parameter-became-optional", Level.Safe, Level.Safe, "parameter-became-required", "{0} became optional", "Old calls send it as before.");

    public static readonly Rule StyleChanged = Rule.Self(
        "parameter-style-changed", Level.Breaking, Level.Breaking, "The style of {0} was {1} and is {2}", "Old calls write the value in a way that is no longer understood.");

    public static readonly Rule ExplodeChanged = Rule.Self(
        "parameter-explode-changed", Level.Breaking, Level.Breaking, "'explode' of {0} was {1} and is {2}", "Old calls write the value in a way that is no longer understood.");

    public static readonly Rule ContentChanged = Rule.Self(
        "parameter-content-changed", Level.Breaking, Level.Breaking, "The media type of {0} was {1} and is {2}", "Old calls write the value in a way that is no longer understood.");

    public static readonly Rule ReservedChanged = Rule.Self(
        "parameter-reserved-changed", Level.Risky, Level.Risky, "'allowReserved' of {0} was {1} and is {2}", "Values with characters such as '/' are written in another way.");

    public static readonly Rule PrefixChanged = Rule.Self(
        "parameter-prefix-changed", Level.Breaking, Level.Breaking, "The prefix of the keys of {0} was {1} and is {2}", "Old calls send keys that are no longer understood.");
}
