namespace Dari.Generator.Review.Rules;

/// <summary>What happened to the C# surface. Direction does not matter to a compiler: both levels are the same.</summary>
internal static class SurfaceRules
{
    public static readonly Rule Added = Of("api-added", Level.Safe, "api-removed", "{0} is new", "Nothing uses it yet.");

    public static readonly Rule Removed = Of("api-removed", Level.Breaking, "api-added", "{0} is gone", "Code that uses it does not compile.");

    public static readonly Rule Renamed = Of("api-renamed", Level.Breaking, "api-renamed", "{1} is called {2}", "Code that uses the old name does not compile.");

    public static readonly Rule Retyped = Of("api-retyped", Level.Breaking, "api-retyped", "{0} was {1} and is {2}", "Code that takes it for what it was may not compile.");

    public static readonly Rule BecameNullable = Of("api-became-nullable", Level.Breaking, "api-became-not-nullable", "{0} may be null: it was {1} and is {2}", "Code that does not handle null does not compile, or warns.");

    public static readonly Rule BecameNotNullable = Of("api-became-not-nullable", Level.Breaking, "api-became-nullable", "{0} is no longer null: it was {1} and is {2}", "Code that handles null may not compile, and a required member must be set.");

    public static readonly Rule RequiredAdded = Of("api-required-added", Level.Breaking, "api-removed", "{0} is new and required", "Code that makes such an object must set it.");

    public static readonly Rule BecameRequired = Of("api-became-required", Level.Breaking, "api-became-optional", "{0} must be set", "Code that makes such an object without it does not compile.");

    public static readonly Rule BecameOptional = Of("api-became-optional", Level.Safe, "api-became-required", "{0} need no longer be set", "Code that sets it compiles as before.");

    public static readonly Rule OptionalParameterAdded = Of("api-optional-parameter-added", Level.Risky, "api-parameters-changed", "{0} takes more: it was {1} and is {2}", "Calls compile as before, unless they give 'options' by position.");

    public static readonly Rule ParametersChanged = Of("api-parameters-changed", Level.Breaking, "api-parameters-changed", "{0} is called in another way: it was {1} and is {2}", "Calls may not compile, or give a value to another parameter.");

    public static readonly Rule ValueChanged = Of("api-value-changed", Level.Breaking, "api-value-changed", "{0} was {1} and is {2}", "The name stands for another value on the wire.");

    private static Rule Of(string id, Level level, string mirror, string message, string why) => new(id, level, level, mirror, message, why);
}
