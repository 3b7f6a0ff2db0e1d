namespace Dari.Emulator.Sandbox.Previews;

/// <summary>A permission to look at one port, as the service keeps and answers it.</summary>
internal sealed record PreviewGrant(
    string Id,
    string SandboxId,
    int Port,
    IReadOnlyList<string> TokenKinds,
    string PrincipalKind,
    string PrincipalId,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt)
{
    public DateTimeOffset CreatedAt => IssuedAt;

    public DateTimeOffset UpdatedAt => IssuedAt;

    // Nothing listens behind a port of the emulator, so no grant is ever used.
    public int UseCount => 0;

    public int HttpRequestCount => 0;

    public int WebsocketConnectionCount => 0;

    public int BytesInCount => 0;

    public int BytesOutCount => 0;
}
