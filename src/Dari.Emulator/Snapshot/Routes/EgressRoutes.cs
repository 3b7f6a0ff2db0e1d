using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Machines;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>What machines may reach. The emulator keeps it; its machines reach nothing anyway.</summary>
internal static class EgressRoutes
{
    public static void Map(AccountRoutes routes)
    {
        routes.Change("setSessionEgress", "egress.update", SetSession);
        routes.Change("setVmEgress", "egress.update", SetVm);
    }

    private static Reply SetSession(AccountCall call)
    {
        Session session = call.About("session", call.FromPath(call.Account.Sessions, "session_id"));
        call.SessionId = session.Id;
        JsonObject policy = Policy(call);
        session.Spec = session.Spec with { EgressPolicy = policy };
        if (session.Vm is { } vm)
        {
            vm.Spec = vm.Spec with { EgressPolicy = policy };
        }

        return Reply.Json(200, View("session_id", session.Id, policy));
    }

    private static Reply SetVm(AccountCall call)
    {
        Vm vm = call.About("vm", call.FromPath(call.Account.Vms, "vm_id"));
        JsonObject policy = Policy(call);
        vm.Spec = vm.Spec with { EgressPolicy = policy };
        return Reply.Json(200, View("vm_id", vm.Id, policy));
    }

    private static JsonObject Policy(AccountCall call)
    {
        foreach ((JsonNode? range, int index) in call.Body.Items("allowed_cidrs").Select(static (range, index) => (range, index)))
        {
            if (!IPNetwork.TryParse(range!.GetValue<string>(), out _))
            {
                throw SnapshotFault.Invalid("The text is not an address range.", $"/allowed_cidrs/{index}");
            }
        }

        return (JsonObject)call.Body.DeepClone();
    }

    private static JsonObject View(string member, string id, JsonObject policy)
    {
        var view = (JsonObject)policy.DeepClone();
        view[member] = id;
        return view;
    }
}
