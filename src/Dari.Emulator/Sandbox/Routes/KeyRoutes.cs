using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Keys;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>API keys, where accounts may issue them.</summary>
internal static class KeyRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        var isOn = routes.World.Settings.Sandbox.SelfServiceKeys;
        Map("createApiKey", static (call, account) =>
            Issued(account.Keys.Issue(SandboxJson.Read<KeyRequest>(call).Name)));
        Map("listApiKeys", static (_, account) => SandboxJson.Reply(account.Keys.All
            .Select(key => new { key.Id, key.Name, key.Prefix, key.CreatedAt, key.ExpiresAt })
            .ToArray()));
        Map("rotateApiKey", static (call, account) => Issued(account.Keys.Rotate(call.Path("key_id"))));
        Map("revokeApiKey", static (call, account) =>
        {
            account.Keys.Revoke(call.Path("key_id"));
            return Reply.Empty();
        });

        void Map(string operationId, Func<Call, SandboxAccount, Reply> handler) => routes.Map(
            operationId,
            (call, account) => isOn
                ? handler(call, account)
                : throw SandboxFault.Forbidden("Accounts cannot issue keys themselves.", "feature_unavailable"));
    }

    private static Reply Issued(IssuedKey key) =>
        SandboxJson.Reply(new { key.Id, Key = key.Secret, key.Name, key.Prefix, key.CreatedAt });

    private sealed record KeyRequest(string? Name = null);
}
