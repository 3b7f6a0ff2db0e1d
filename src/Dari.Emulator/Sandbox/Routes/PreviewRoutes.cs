using System.Globalization;
using Dari.Emulator.Sandbox.Previews;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Addresses of ports.</summary>
internal static class PreviewRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        routes.Map("getPreviewHost", (call, account) => SandboxJson.Reply(account.Previews.Host(
            FileRoutes.Awake(call, account), SandboxJson.Read<PreviewHostRequest>(call).Port)));
        routes.Map("getPreviewUrl", (call, account) =>
            SandboxJson.Reply(account.Previews.Sign(FileRoutes.Awake(call, account), Port(call.Path("port")), null)));
        routes.Map("createPreviewUrl", (call, account) => SandboxJson.Reply(account.Previews.Sign(
            FileRoutes.Awake(call, account),
            Port(call.Path("port")),
            SandboxJson.Read<PreviewUrlRequest>(call).ExpiresInSeconds)));
        routes.Map("listPreviewGrants", (call, account) => SandboxJson.Reply(account.Previews.List(
            account.Machines.Living(call.Path("id")).Id,
            call.Query("port") is { } port ? Port(port) : null)));
        routes.Map("createPreviewProxyTarget", (call, account) => SandboxJson.Reply(account.Previews.Target(
            FileRoutes.Awake(call, account), Port(call.Path("port")), SandboxJson.Read<PreviewProxyRequest>(call))));
    }

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw SandboxFault.Invalid("The port is no number.");
}
