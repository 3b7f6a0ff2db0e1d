namespace Dari.Emulator.Snapshot.Audit;

/// <summary>Something that happened in an account. Without an HTTP method, the service itself did it.</summary>
/// <param name="Type">Its type, such as <c>snapshot.create</c>; what stands before the dot is its group.</param>
/// <param name="CreatedAt">When it happened.</param>
internal sealed record AuditEvent(string Type, DateTimeOffset CreatedAt)
{
    public const string Success = "success";
    public const string Failure = "failure";

    /// <summary>Place in the log, from 1.</summary>
    public long Sequence { get; init; }

    public string Id { get; init; } = "";

    public int UserId { get; init; }

    public string? ActorId { get; init; }

    public string Status { get; init; } = Success;

    public string? ResourceType { get; init; }

    public string? ResourceId { get; init; }

    public string? SessionId { get; init; }

    public string? VmId { get; init; }

    public string? RequestId { get; init; }

    public string? HttpMethod { get; init; }

    public string Group => Type[..Type.IndexOf('.')];
}
