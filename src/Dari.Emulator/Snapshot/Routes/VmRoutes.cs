using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Builds;
using Dari.Emulator.Snapshot.Machines;
using Dari.Emulator.Snapshot.Sharing;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Virtual machines.</summary>
internal static class VmRoutes
{
    public static void Map(AccountRoutes routes)
    {
        SnapshotWorld world = routes.World;
        ServiceContext context = world.Context;
        routes.ChangeAsync("createVm", "vm.create", call => CreateAsync(call, world));
        routes.Read("listVms", call => List(call, context.Now));
        routes.Read("getVm", call => Reply.Json(200, Vm(call).View(context.Now)));
        routes.Change("updateVm", "vm.update", call => Update(call, world));
        routes.Change("deleteVm", "vm.delete", call => Delete(call, world));
        routes.ChangeAsync("resumeVm", "vm.resume", call => ResumeAsync(call, world));
        routes.ChangeAsync("snapshotVm", "vm.snapshot", call => SnapshotAsync(call, world));
        routes.ChangeAsync("cloneVm", "vm.clone", call => CloneAsync(call, world));
    }

    private static Vm Vm(AccountCall call)
    {
        Vm vm = call.About("vm", call.FromPath(call.Account.Vms, "vm_id"));
        call.SessionId = vm.Session.Id;
        return vm;
    }

    private static Reply List(AccountCall call, DateTimeOffset now) =>
        Reply.Json(200, new JsonArray([.. call.Account.Vms.All.Select(vm => (JsonNode?)vm.View(now))]));

    private static async Task<Reply> CreateAsync(AccountCall call, SnapshotWorld world)
    {
        ServiceContext context = world.Context;
        Vm vm;
        var extras = new JsonObject();
        lock (call.Account.Gate)
        {
            call.Account.Settle();
            SnapshotImage? snapshot = Source(call);
            ShareDesk.CheckDomain(call.Account, (call.Body["custom_domain"] as JsonObject)?.Text("domain"), "/custom_domain/domain");
            VmSpec spec = VmSpec.Read(call.Body);
            vm = call.About("vm", world.Machines.Boot(call.Account, SessionFor(call, spec, context.Now), snapshot));
            (call.VmId, call.SessionId) = (vm.Id, vm.Session.Id);
            ShareDesk.Open(call.Account, vm, call.Body, extras, context.Now);
        }

        await BootedAsync(call, vm, context);
        JsonObject view = View(call, vm, context);
        foreach ((string name, JsonNode? value) in extras)
        {
            view[name] = value?.DeepClone();
        }

        return Reply.Json(200, view);
    }

    private static SnapshotImage? Source(AccountCall call)
    {
        if (call.Body.Text("snapshot_id") is null)
        {
            return null;
        }

        SnapshotImage snapshot = call.FromBody(call.Account.Snapshots, "snapshot_id");
        return snapshot.Status == SnapshotImage.Ready
            ? snapshot
            : throw SnapshotFault.Invalid("The snapshot is not ready.", "/snapshot_id");
    }

    private static Session SessionFor(AccountCall call, VmSpec spec, DateTimeOffset now)
    {
        if (call.Body.Text("session_id") is null)
        {
            return call.Account.Sessions.Add(new Session(spec, now));
        }

        Session session = call.FromBody(call.Account.Sessions, "session_id");
        if (session.Vm is { IsAlive: true })
        {
            throw SnapshotFault.Invalid("The session has a machine already.", "/session_id");
        }

        session.Spec = spec;
        return session;
    }

    private static async Task BootedAsync(AccountCall call, Vm vm, ServiceContext context)
    {
        if (call.Wait)
        {
            await context.Clock.UntilAsync(vm.ReadyAt, call.Call.Ended);
        }
    }

    private static JsonObject View(AccountCall call, Vm vm, ServiceContext context)
    {
        lock (call.Account.Gate)
        {
            return vm.View(context.Now);
        }
    }

    private static Reply Update(AccountCall call, SnapshotWorld world)
    {
        Vm vm = Vm(call);
        if (VmSpec.LifetimeIn(call.Body) is { } lifetime)
        {
            vm.Spec = vm.Spec with { Lifetime = lifetime };
            vm.ExpiresAt = vm.StartedAt + lifetime;
            world.SettleAt(call.Account, vm.ExpiresAt);
        }

        if (call.Body["metadata"] is JsonObject)
        {
            vm.Spec = vm.Spec with { Metadata = call.Body.Copy("metadata") };
        }

        call.Account.Settle();
        return Reply.Json(200, vm.View(world.Context.Now));
    }

    private static Reply Delete(AccountCall call, SnapshotWorld world)
    {
        Vm vm = Vm(call);
        world.Machines.End(call.Account, vm, world.Context.Now);
        call.Account.Vms.Remove(vm);
        return Reply.Empty();
    }

    private static async Task<Reply> ResumeAsync(AccountCall call, SnapshotWorld world)
    {
        Vm vm;
        lock (call.Account.Gate)
        {
            call.Account.Settle();
            vm = Vm(call);
            if (!vm.IsAlive)
            {
                vm = world.Machines.Resume(call.Account, vm);
                call.VmId = vm.Id;
            }
        }

        await BootedAsync(call, vm, world.Context);
        return Reply.Json(200, View(call, vm, world.Context));
    }

    private static async Task<Reply> SnapshotAsync(AccountCall call, SnapshotWorld world)
    {
        SnapshotImage snapshot;
        lock (call.Account.Gate)
        {
            call.Account.Settle();
            snapshot = world.Machines.Snapshot(call.Account, Vm(call), call.Body.Text("name"));
        }

        await DoneAsync(call, snapshot, world.Context);
        return Reply.Json(200, new JsonObject { ["snapshot_id"] = snapshot.Id, ["status"] = snapshot.Status });
    }

    /// <summary>Waits for a snapshot if the call wants that, and brings it up to date.</summary>
    private static async Task DoneAsync(AccountCall call, SnapshotImage snapshot, ServiceContext context)
    {
        if (call.Wait)
        {
            await context.Clock.UntilAsync(snapshot.EndsAt, call.Call.Ended);
        }

        lock (call.Account.Gate)
        {
            call.Account.Settle();
        }
    }

    /// <summary>The snapshot between the two machines stays only if the call names it.</summary>
    private static async Task<Reply> CloneAsync(AccountCall call, SnapshotWorld world)
    {
        ServiceContext context = world.Context;
        string? name = call.Body.Text("snapshot_name");
        SnapshotImage snapshot;
        Vm clone;
        lock (call.Account.Gate)
        {
            call.Account.Settle();
            Vm vm = Vm(call);
            snapshot = world.Machines.Snapshot(call.Account, vm, name);
            clone = world.Machines.Boot(call.Account, call.Account.Sessions.Add(new Session(vm.Spec, context.Now)), snapshot);
            if (name is null)
            {
                call.Account.Snapshots.Remove(snapshot);
            }
        }

        await BootedAsync(call, clone, context);
        JsonObject view = View(call, clone, context);
        return Reply.Json(200, new JsonObject
        {
            ["vm_id"] = clone.Id,
            ["session_id"] = clone.Session.Id,
            ["status"] = view["status"]!.GetValue<string>(),
            ["snapshot_id"] = snapshot.Id,
            ["snapshot_deleted"] = name is null,
        });
    }
}
