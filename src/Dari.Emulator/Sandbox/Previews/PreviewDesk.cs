using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Machines;

namespace Dari.Emulator.Sandbox.Previews;

/// <summary>Addresses under which ports of sandboxes can be reached, and who was given them.</summary>
internal sealed class PreviewDesk(SandboxSettings settings, string organization)
{
    private const long ShortestSeconds = 60;
    private const long LongestSeconds = 86_400;
    private readonly ConcurrentQueue<PreviewGrant> _grants = new();

    /// <summary>The grants of a sandbox, oldest first.</summary>
    public PreviewGrantList List(string sandboxId, int? port) => new(
        [.. _grants.Where(grant => grant.SandboxId == sandboxId && (port is null || grant.Port == port))]);

    /// <summary>The address of a port, with a signed form of it.</summary>
    public PreviewHost Host(Machine machine, int port)
    {
        var signed = Sign(machine, port, null);
        return new PreviewHost(
            new Uri(signed.Url).Authority, signed.Url, signed.WebsocketUrl, signed.AccessTokenExpiresAt, signed.AccessTokenTransport);
    }

    /// <summary>A signed address.</summary>
    /// <exception cref="ServiceFault">422: a port or a lifetime that is not allowed.</exception>
    public PreviewUrl Sign(Machine machine, int port, long? seconds)
    {
        var grant = Issue(machine, port, seconds, ["http", "websocket"]);
        var token = Ids.Secret("edge_");
        return new PreviewUrl(
            grant, Address("http", machine, port, token), Address("ws", machine, port, token), grant.ExpiresAt, "query");
    }

    /// <summary>Tokens for a proxy of the caller.</summary>
    /// <exception cref="ServiceFault">422: a port, a lifetime or a transport that is not allowed.</exception>
    public PreviewProxyTarget Target(Machine machine, int port, PreviewProxyRequest request)
    {
        if (request.TokenTransport is not (null or "header"))
        {
            throw SandboxFault.Fields("A preview proxy sends its token in a header.");
        }

        var transports = request.Transports ?? ["http", "websocket"];
        var grant = Issue(machine, port, request.ExpiresInSeconds, [.. transports.Distinct()]);
        var (hasHttp, hasSocket) = (transports.Contains("http"), transports.Contains("websocket"));
        var needsTraffic = !machine.Spec.AllowsPublicTraffic;
        return new PreviewProxyTarget(
            grant,
            machine.Id,
            port,
            "x-nullspace-preview-proxy-token",
            grant.ExpiresAt,
            "header",
            ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-for"],
            [],
            hasHttp ? Address("http", machine, port, null) : null,
            hasSocket ? Address("ws", machine, port, null) : null,
            hasHttp ? Ids.Secret("ppt_") : null,
            hasSocket ? Ids.Secret("ppt_") : null,
            needsTraffic,
            needsTraffic && request.IncludeTrafficTokenHint == true ? "x-nullspace-traffic-access-token" : null);
    }

    private PreviewGrant Issue(Machine machine, int port, long? seconds, IReadOnlyList<string> kinds)
    {
        if (port is < 1 or > 65535 or 22 or (>= 5900 and <= 5999))
        {
            throw SandboxFault.Fields("The port is not allowed for previews.");
        }

        if (seconds is < ShortestSeconds or > LongestSeconds)
        {
            throw SandboxFault.Fields($"A preview lives for {ShortestSeconds} to {LongestSeconds} seconds.");
        }

        var now = settings.Clock.GetUtcNow();
        var lifetime = seconds is { } given ? TimeSpan.FromSeconds(given) : settings.Sandbox.PreviewLifetime;
        var grant = new PreviewGrant(
            Ids.New("grant_", 8), machine.Id, port, kinds, "organization", organization, now, now + lifetime);
        _grants.Enqueue(grant);
        return grant;
    }

    private string Address(string scheme, Machine machine, int port, string? token) =>
        $"{scheme}://{port}-{machine.Id.Replace('_', '-')}.localhost:{settings.Url.Port}/{(token is null ? "" : "?edge_token=" + token)}";
}
