using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>A method that asks for a state until it is final. Places are JSON pointers.</summary>
internal sealed record PollModel : CompanionModel
{
    public required ValueModel State { get; init; }

    /// <summary>The parameter for how often and how long.</summary>
    public required Identifier Parameter { get; init; }

    public required string Status { get; init; }

    public required EquatableArray<string> Success { get; init; }

    public required EquatableArray<string> Failure { get; init; }

    public string? Error { get; init; }

    /// <summary>Null: as the runtime has it.</summary>
    public int? IntervalMilliseconds { get; init; }

    public int? DeadlineMilliseconds { get; init; }
}
