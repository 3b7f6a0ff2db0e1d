namespace Dari.Generator.Review.Rules;

internal static class ServerRules
{
    public static readonly Rule Added = new(
        "server-added", Level.Safe, Level.Safe, "server-removed", "{0} is new", "Calls go where they went before.");

    public static readonly Rule Removed = new(
        "server-removed", Level.Risky, Level.Risky, "server-added", "{0} is gone", "Programs that were told to call it may fail.");

    public static readonly Rule AddressChanged = Rule.Self(
        "address-changed", Level.Risky, Level.Risky, "Calls of {0} went to {1} and go to {2}", "Old programs call the old address; new ones call another service, perhaps with other data.");

    public static readonly Rule VariableChanged = Rule.Self(
        "server-variable-changed", Level.Risky, Level.Risky, "A variable of {0} was {1} and is {2}", "The address that it makes is another one.");
}
