using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Keys;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>SSH keys and API keys. An API key works from its answer until it is deleted.</summary>
internal static class KeyRoutes
{
    public static void Map(AccountRoutes routes)
    {
        ServiceContext context = routes.World.Context;
        routes.Change("addSshKey", "ssh_key.create", call => AddSshKey(call, context));
        routes.Change("deleteSshKey", "ssh_key.delete", DeleteSshKey);
        routes.Change("createApiKey", "api_key.create", call => CreateApiKey(call, context));
        routes.Change("updateApiKey", "api_key.update", UpdateApiKey);
        routes.Change("deleteApiKey", "api_key.delete", call => DeleteApiKey(call, context));
    }

    private static Reply AddSshKey(AccountCall call, ServiceContext context)
    {
        SshKey key = SshKey.TryParse(call.Body.Text("public_key")!, context.Now)
            ?? throw SnapshotFault.Invalid("The text is not a public key in OpenSSH form.", "/public_key");
        return call.Account.SshKeys.All.Any(other => other.Fingerprint == key.Fingerprint)
            ? throw SnapshotFault.Invalid("The key has been added already.", "/public_key")
            : Reply.Json(200, call.About("ssh_key", call.Account.SshKeys.Add(key)).View());
    }

    private static Reply DeleteSshKey(AccountCall call)
    {
        call.Account.SshKeys.Remove(call.About("ssh_key", call.FromPath(call.Account.SshKeys, "key_id")));
        return Reply.Empty();
    }

    private static Reply CreateApiKey(AccountCall call, ServiceContext context)
    {
        var made = new ApiKey(context.Now) { Description = call.Body.Text("description") };
        ApiKey key = call.About("api_key", call.Account.ApiKeys.Add(made));
        context.Keys.Add(key.Secret, call.Account.Organization);
        JsonObject view = key.View();
        view["key"] = key.Secret;
        return Reply.Json(200, view);
    }

    private static Reply UpdateApiKey(AccountCall call)
    {
        ApiKey key = call.About("api_key", call.FromPath(call.Account.ApiKeys, "item_id"));
        key.Description = call.Body.Text("description") ?? key.Description;
        return Reply.Json(200, key.View());
    }

    private static Reply DeleteApiKey(AccountCall call, ServiceContext context)
    {
        ApiKey key = call.About("api_key", call.FromPath(call.Account.ApiKeys, "item_id"));
        call.Account.ApiKeys.Remove(key);
        context.Keys.Remove(key.Secret);
        return Reply.Empty();
    }
}
