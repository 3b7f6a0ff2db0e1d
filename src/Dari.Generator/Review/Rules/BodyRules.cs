namespace Dari.Generator.Review.Rules;

internal static class BodyRules
{
    public static readonly Rule AddedOptional = new(
        "body-added-optional", Level.Safe, Level.Safe, "body-removed-optional", "A body may be sent", "Old calls send none.");

    public static readonly Rule AddedRequired = new(
        "body-added-required", Level.Breaking, Level.Breaking, "body-removed-required", "A body must be sent", "Old calls send none and are refused.");

    public static readonly Rule RemovedOptional = new(
        "body-removed-optional", Level.Breaking, Level.Breaking, "body-added-optional", "No body is taken any more", "What old calls say in it is lost or refused.");

    public static readonly Rule RemovedRequired = new(
        "body-removed-required", Level.Breaking, Level.Breaking, "body-added-required", "No body is taken any more", "What old calls say in it is lost or refused.");

    public static readonly Rule BecameRequired = new(
        "body-became-required", Level.Breaking, Level.Safe, "body-became-optional", "The body became required", "Calls without one are refused.");

    public static readonly Rule BecameOptional = new(
        "body-became-optional", Level.Safe, Level.Breaking, "body-became-required", "The body became optional", "Who sends one sends it as before; who receives it may get none.");

    public static readonly Rule MediaAdded = new(
        "body-media-type-added", Level.Safe, Level.Risky, "body-media-type-removed", "A body may also be {0}", "Who sends one sends it as before.");

    public static readonly Rule MediaRemoved = new(
        "body-media-type-removed", Level.Breaking, Level.Safe, "body-media-type-added", "A body can no longer be {0}", "Old calls that send it are refused.");

    public static readonly Rule EncodingChanged = Rule.Self(
        "body-encoding-changed", Level.Breaking, Level.Breaking, "The encoding of the part {0} was {1} and is {2}", "The part is written in another way.");
}
