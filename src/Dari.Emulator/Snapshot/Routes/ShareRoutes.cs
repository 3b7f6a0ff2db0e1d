using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Machines;
using Dari.Emulator.Snapshot.Sharing;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Shared ports and domains for them.</summary>
internal static class ShareRoutes
{
    public static void Map(AccountRoutes routes)
    {
        ServiceContext context = routes.World.Context;
        routes.Change("createShare", "share.create", call => Create(call, context.Now));
        routes.Change("createCustomDomain", "custom_domain.create", call => AddDomain(call, context.Now));
        routes.Change("deleteCustomDomain", "custom_domain.delete", DeleteDomain);
    }

    private static Reply Create(AccountCall call, DateTimeOffset now)
    {
        SnapshotFault.RequireRange(call.Body.Whole("port"), 1, 65_535, "/port");
        Vm vm = Target(call);
        (call.VmId, call.SessionId) = (vm.Id, vm.Session.Id);
        var share = new Share(vm, (int)call.Body.Whole("port")!, call.Body.Flag("is_public"), now);
        return Reply.Json(200, call.About("share", call.Account.Shares.Add(share)).View());
    }

    private static Vm Target(AccountCall call)
    {
        string? vmId = call.Body.Text("vm_id");
        string? sessionId = call.Body.Text("session_id");
        if (vmId is null == sessionId is null)
        {
            throw SnapshotFault.Invalid("Exactly one of vm_id and session_id is needed.");
        }

        Vm? vm = vmId is null ? call.FromBody(call.Account.Sessions, "session_id").Vm : call.FromBody(call.Account.Vms, "vm_id");
        return vm is { IsAlive: true }
            ? vm
            : throw SnapshotFault.Invalid("There is no running machine.", vmId is null ? "/session_id" : "/vm_id");
    }

    private static Reply AddDomain(AccountCall call, DateTimeOffset now)
    {
        string? share = call.Body.Text("share_id") is null ? null : call.FromBody(call.Account.Shares, "share_id").Id;
        string name = call.Body.Text("domain")!;
        ShareDesk.CheckDomain(call.Account, name, "/domain");
        CustomDomain domain = call.Account.Domains.Add(new CustomDomain(name, share, call.Body.Text("dns_provider"), now));
        return Reply.Json(200, call.About("custom_domain", domain).View());
    }

    private static Reply DeleteDomain(AccountCall call)
    {
        call.Account.Domains.Remove(call.About("custom_domain", call.FromPath(call.Account.Domains, "domain_id")));
        return Reply.Empty();
    }
}
