namespace Dari.Generator.Review.Rules;

internal static class LifecycleRules
{
    public static readonly Rule Deprecated = new(
        "deprecated", Level.Risky, Level.Risky, "undeprecated", "{0} is deprecated", "It still works, but its days are counted: the compiler warns at each use, which is an error where warnings are.");

    public static readonly Rule Undeprecated = new(
        "undeprecated", Level.Safe, Level.Safe, "deprecated", "{0} is no longer deprecated", "The warnings of the compiler go away.");

    public static readonly Rule SunsetSet = new(
        "sunset-set", Level.Risky, Level.Risky, "sunset-removed", "{0} ends on {2}", "From that day on calls may fail.");

    public static readonly Rule SunsetRemoved = new(
        "sunset-removed", Level.Safe, Level.Safe, "sunset-set", "{0} no longer has a day on which it ends; it was {1}", "Calls go on.");

    public static readonly Rule SunsetEarlier = new(
        "sunset-earlier", Level.Risky, Level.Risky, "sunset-later", "{0} ends on {2} instead of {1}", "There is less time than was planned for.");

    public static readonly Rule SunsetLater = new(
        "sunset-later", Level.Safe, Level.Safe, "sunset-earlier", "{0} ends on {2} instead of {1}", "There is more time than was planned for.");
}
