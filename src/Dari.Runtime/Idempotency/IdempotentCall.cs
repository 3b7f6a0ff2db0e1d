namespace Dari.Idempotency;

/// <summary>A call as a journal keeps it. Nothing in it is a secret of the caller.</summary>
public sealed record IdempotentCall
{
    /// <summary>The client's name and what the caller calls the call: <c>SandboxClient/deploy-42</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The key under which the service does the work once.</summary>
    public required string Key { get; init; }

    /// <summary>Whether the caller gave the key, so that it must be this one.</summary>
    public bool IsKeyGiven { get; init; }

    /// <summary>Method and path without ids: <c>POST /v1/sandboxes/{}/fork</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Where the service is, without user and query.</summary>
    public required string Service { get; init; }

    /// <summary>SHA-256 of the canonical request in lower-case hexadecimal digits; the key is no part of it.</summary>
    public required string Digest { get; init; }

    /// <summary>Whether the other asks the same service for the same.</summary>
    /// <param name="other">Another call.</param>
    /// <returns>True when operation, service and digest agree.</returns>
    public bool AsksTheSameAs(IdempotentCall other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Operation == other.Operation && Service == other.Service && Digest == other.Digest;
    }
}
