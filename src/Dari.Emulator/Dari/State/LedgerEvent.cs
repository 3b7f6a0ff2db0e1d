using System.Text.Json.Nodes;

namespace Dari.Emulator.Dari.State;

/// <summary>An entry of a session's ledger; it never changes.</summary>
internal sealed class LedgerEvent
{
    public required string Id { get; init; }

    public required string SessionId { get; init; }

    public required int Sequence { get; init; }

    public required string? MessageId { get; init; }

    public required string Type { get; init; }

    public required string Source { get; init; }

    public required JsonObject Actor { get; init; }

    public required JsonObject Data { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
