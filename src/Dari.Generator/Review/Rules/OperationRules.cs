namespace Dari.Generator.Review.Rules;

internal static class OperationRules
{
    public static readonly Rule Added = new(
        "operation-added", Level.Safe, Level.Safe, "operation-removed", "{0} is new", "Nobody calls it yet. Doubles that implement the interface of the group by hand must implement it.");

    public static readonly Rule Removed = new(
        "operation-removed", Level.Breaking, Level.Breaking, "operation-added", "{0} is gone", "Calls fail, and the method is no longer there.");

    public static readonly Rule IdChanged = Rule.Self(
        "operation-id-changed", Level.Safe, Level.Safe, "The operationId of {0} was {1} and is {2}", "Nothing changes on the wire; where the method has another name now, that is reported as well.");

    public static readonly Rule GroupChanged = Rule.Self(
        "operation-group-changed", Level.Safe, Level.Safe, "{0} was in the group {1} and is in {2}", "Nothing changes on the wire; where the method has moved, that is reported as well.");

    public static readonly Rule PathParameterRenamed = Rule.Self(
        "path-parameter-renamed", Level.Safe, Level.Safe, "A parameter in the path of {0} was called {1} and is called {2}", "The address is the same; the argument of the method may have another name.");

    public static readonly Rule WebhookAdded = new(
        "webhook-added", Level.Safe, Level.Safe, "webhook-removed", "{0} is new", "It is sent only to who asks for it.");

    public static readonly Rule WebhookRemoved = new(
        "webhook-removed", Level.Risky, Level.Risky, "webhook-added", "{0} is gone", "A program that waits for it waits for ever.");
}
