namespace Dari.Cli.Deploying;

/// <summary>Nobody knows whether a version was published.</summary>
internal sealed class UnknownOutcomeException(Exception cause)
    : Exception($"Publishing was not answered, and may still happen: {cause.Message}", cause);
