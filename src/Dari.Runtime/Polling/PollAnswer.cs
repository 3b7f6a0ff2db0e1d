namespace Dari.Polling;

/// <summary>One answer to the question how far it is.</summary>
internal sealed record PollAnswer<T>(T State, string? Status, string? Error)
{
    /// <summary>When the service wants to be asked again.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
