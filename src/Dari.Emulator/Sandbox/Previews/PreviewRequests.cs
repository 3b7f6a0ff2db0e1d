namespace Dari.Emulator.Sandbox.Previews;

/// <summary>The port whose address is wanted.</summary>
internal sealed record PreviewHostRequest(int Port);

/// <summary>Lifetime of a signed preview address.</summary>
internal sealed record PreviewUrlRequest(long? ExpiresInSeconds = null);

/// <summary>Lifetime and protocols of a preview proxy.</summary>
internal sealed record PreviewProxyRequest(
    long? ExpiresInSeconds = null,
    IReadOnlyList<string>? Transports = null,
    string? TokenTransport = null,
    bool? IncludeTrafficTokenHint = null);
