namespace Dari.Polling;

/// <summary>What a document says of a state that is asked for until it is final. Generated code makes it, from <c>x-polling</c>.</summary>
public sealed class PollRules
{
    /// <summary>Where the status stands, as a JSON pointer: <c>/status</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The values that say: it is done. A number or boolean counts as its JSON, such as <c>true</c>.</summary>
    public required IReadOnlyList<string> Success { get; init; }

    /// <summary>The values that say: it failed. Any other value counts as not yet, also one that is new.</summary>
    public IReadOnlyList<string> Failure { get; init; } = [];

    /// <summary>Where the reason of a failure stands, as a JSON pointer.</summary>
    public string? Error { get; init; }

    /// <summary>The wait between the first two questions; each further one is longer.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to ask at all.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(30);
}
