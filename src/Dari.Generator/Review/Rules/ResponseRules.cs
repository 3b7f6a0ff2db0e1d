namespace Dari.Generator.Review.Rules;

internal static class ResponseRules
{
    public static readonly Rule SuccessAdded = new(
        "response-success-added", Level.Risky, Level.Risky, "response-success-removed", "The service may answer {0}", "Old code does not know this success.");

    public static readonly Rule SuccessRemoved = new(
        "response-success-removed", Level.Breaking, Level.Breaking, "response-success-added", "The service no longer answers {0}", "What old code waits for never comes.");

    public static readonly Rule ErrorAdded = new(
        "response-error-added", Level.Safe, Level.Safe, "response-error-removed", "The service may answer {0}", "An error that is not declared is an ApiException already; now its body has a type.");

    public static readonly Rule ErrorRemoved = new(
        "response-error-removed", Level.Risky, Level.Risky, "response-error-added", "The service no longer declares {0}", "Code that catches the typed error no longer does.");

    public static readonly Rule MediaAdded = new(
        "response-media-type-added", Level.Risky, Level.Risky, "response-media-type-removed", "An answer may also be {0}", "Old code asks for what it knows; a service that does not heed that answers what it cannot read.");

    public static readonly Rule MediaRemoved = new(
        "response-media-type-removed", Level.Breaking, Level.Breaking, "response-media-type-added", "An answer is no longer {0}", "Old code asks for it and cannot read anything else.");

    public static readonly Rule HeaderAdded = new(
        "response-header-added", Level.Safe, Level.Safe, "response-header-removed", "Answers have the {0}", "Nobody reads it yet.");

    public static readonly Rule HeaderRemoved = new(
        "response-header-removed", Level.Risky, Level.Risky, "response-header-added", "Answers no longer have the {0}", "Code that reads it finds nothing.");

    public static readonly Rule HeaderBecameRequired = new(
        "response-header-became-required", Level.Safe, Level.Safe, "response-header-became-optional", "{0} is always there", "Code that expects it to be missing is not harmed.");

    public static readonly Rule HeaderBecameOptional = new(
        "response-header-became-optional", Level.Risky, Level.Risky, "response-header-became-required", "{0} may be missing", "Code that relies on it may find nothing.");
}
