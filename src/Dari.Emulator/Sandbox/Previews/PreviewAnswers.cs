namespace Dari.Emulator.Sandbox.Previews;

/// <summary>Address of a forwarded port.</summary>
internal sealed record PreviewHost(
    string Host, string Url, string WebsocketUrl, DateTimeOffset AccessTokenExpiresAt, string AccessTokenTransport);

/// <summary>A signed preview address.</summary>
internal sealed record PreviewUrl(
    PreviewGrant Grant, string Url, string WebsocketUrl, DateTimeOffset AccessTokenExpiresAt, string AccessTokenTransport);

/// <summary>The grants of a sandbox.</summary>
internal sealed record PreviewGrantList(IReadOnlyList<PreviewGrant> Items);

/// <summary>Tokens for a proxy of the caller.</summary>
internal sealed record PreviewProxyTarget(
    PreviewGrant Grant,
    string SandboxId,
    int Port,
    string TokenHeaderName,
    DateTimeOffset ExpiresAt,
    string TokenTransport,
    IReadOnlyList<string> RequiredForwardedHeaders,
    IReadOnlyList<string> Warnings,
    string? HttpUrl,
    string? WebsocketUrl,
    string? HttpToken,
    string? WebsocketToken,
    bool TrafficAccessRequired,
    string? TrafficAccessHeaderName);
