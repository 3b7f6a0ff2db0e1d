namespace Dari.Generator.Review.Rules;

internal static class SecurityRules
{
    public static readonly Rule AlternativeAdded = new(
        "security-added", Level.Safe, Level.Safe, "security-removed", "{0} also accepts {2}", "What was accepted before still is.");

    public static readonly Rule AlternativeRemoved = new(
        "security-removed", Level.Breaking, Level.Breaking, "security-added", "{0} no longer accepts {1}", "Calls with this credential are refused.");

    public static readonly Rule Required = new(
        "security-required", Level.Breaking, Level.Breaking, "security-dropped", "{0} asks for a credential: {2}", "Calls without one are refused.");

    public static readonly Rule Dropped = new(
        "security-dropped", Level.Safe, Level.Safe, "security-required", "{0} no longer asks for a credential; it was {1}", "One that is sent all the same does no harm.");

    public static readonly Rule ScopesNarrowed = new(
        "security-scopes-narrowed", Level.Breaking, Level.Breaking, "security-scopes-widened", "{0} asks for {2}, not only for {1}", "Tokens without the scope are refused.");

    public static readonly Rule ScopesWidened = new(
        "security-scopes-widened", Level.Safe, Level.Safe, "security-scopes-narrowed", "{0} asks for {2} only, no longer for {1}", "Tokens that were accepted still are.");

    public static readonly Rule ScopesChanged = Rule.Self(
        "security-scopes-changed", Level.Breaking, Level.Breaking, "{0} asked for {1} and asks for {2}", "Tokens with the old scopes are refused.");

    public static readonly Rule SchemeAdded = new(
        "security-scheme-added", Level.Safe, Level.Safe, "security-scheme-removed", "{0} is new", "Where it is needed, that is reported there.");

    public static readonly Rule SchemeRemoved = new(
        "security-scheme-removed", Level.Risky, Level.Risky, "security-scheme-added", "{0} is gone", "Options of the client that name it find nothing.");

    public static readonly Rule SchemeChanged = Rule.Self(
        "security-scheme-changed", Level.Breaking, Level.Breaking, "{0} was {1} and is {2}", "Credentials are sent in a way that is no longer understood.");
}
