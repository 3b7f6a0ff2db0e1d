using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Vaults;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Vaults, their credentials and services.</summary>
internal static class VaultRoutes
{
    public static void Map(AccountRoutes routes)
    {
        ServiceContext context = routes.World.Context;
        routes.Read("listVaults", static call => List("vaults", call.Account.Vaults.All.Select(static vault => vault.View())));
        routes.Change("createVault", "vault.create", call => Create(call, context.Now));
        routes.Read("listVaultCredentials", static call => List("credentials", Vault(call).Credentials.All.Select(static one => one.View())));
        routes.Change("createVaultCredential", "vault.credential_create", call => AddCredential(call, context.Now));
        routes.Change("rotateVaultCredential", "vault.credential_rotate", call => Rotate(call, context.Now));
        routes.Read("listVaultServices", static call => List("services", Vault(call).Services.All.Select(static one => one.View())));
        routes.Change("createVaultService", "vault.service_create", AddService);
    }

    private static Vault Vault(AccountCall call) => call.FromPath(call.Account.Vaults, "vault_id");

    private static Reply List(string member, IEnumerable<JsonObject> views) =>
        Reply.Json(200, new JsonObject { [member] = new JsonArray([.. views]) });

    private static Reply Create(AccountCall call, DateTimeOffset now)
    {
        var vault = new Vault(call.Body.Text("name")!, call.Body.Text("description"), now);
        return Reply.Json(200, call.About("vault", call.Account.Vaults.Add(vault)).View());
    }

    private static Reply AddCredential(AccountCall call, DateTimeOffset now)
    {
        Vault vault = Vault(call);
        string name = call.Body.Text("name")!;
        if (vault.Credentials.All.Any(other => other.Name == name))
        {
            throw SnapshotFault.Invalid("The vault has a credential of that name already.", "/name");
        }

        var credential = new VaultCredential(name, call.Body.Text("description"), call.Body.Text("credential_type") ?? "api_key", now);
        return Reply.Json(200, call.About("credential", vault.Credentials.Add(credential)).View());
    }

    private static Reply Rotate(AccountCall call, DateTimeOffset now)
    {
        VaultCredential credential = call.About("credential", call.FromPath(Vault(call).Credentials, "credential_id"));
        credential.Rotate(now);
        return Reply.Json(200, credential.View());
    }

    private static Reply AddService(AccountCall call)
    {
        Vault vault = Vault(call);
        var service = new VaultService(
            call.Body.Text("host")!, call.Body.Copy("auth_config"), call.Body.Text("description"), call.Body.Truth("enabled") ?? true);
        return Reply.Json(200, call.About("service", vault.Services.Add(service)).View());
    }
}
