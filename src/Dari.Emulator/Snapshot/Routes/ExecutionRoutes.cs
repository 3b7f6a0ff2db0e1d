using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Execution;
using Dari.Emulator.Snapshot.Machines;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Commands in a session's machine, and its end.</summary>
internal static class ExecutionRoutes
{
    public static void Map(AccountRoutes routes)
    {
        SnapshotWorld world = routes.World;
        routes.ChangeAsync("executeCommand", "execution.run", call => RunAsync(call, world));
        routes.Change("startCommand", "execution.start", call => Start(call, world));
        routes.Read("getExecution", call => Reply.Json(200, call.FromPath(call.Account.Executions, "item_id").View(world.Context.Now)));
        routes.ChangeAsync("killVm", "vm.kill", call => Task.FromResult(Kill(call, world)));
    }

    private static async Task<Reply> RunAsync(AccountCall call, SnapshotWorld world)
    {
        CommandText command;
        Vm vm;
        lock (call.Account.Gate)
        {
            call.Account.Settle();
            command = CommandText.Read(call);
            vm = Machine(call, world);
        }

        TimeProvider clock = world.Context.Clock;
        await clock.UntilAsync(vm.ReadyAt, call.Call.Ended);
        CommandOutcome outcome = await CommandRunner.RunAsync(vm, command, clock, call.Call.Ended);
        return Reply.Json(200, new JsonObject
        {
            ["stdout"] = outcome.Stdout,
            ["stderr"] = outcome.Stderr,
            ["execution_time"] = outcome.Duration.TotalSeconds,
            ["cpu_time"] = outcome.Duration.TotalSeconds,
            ["session_id"] = vm.Session.Id,
        });
    }

    private static Reply Start(AccountCall call, SnapshotWorld world)
    {
        ServiceContext context = world.Context;
        CommandText command = CommandText.Read(call);
        Vm vm = Machine(call, world);
        BackgroundCommand running = call.About("execution", call.Account.Executions.Add(new BackgroundCommand(context.Now)));
        DateTimeOffset earliest = vm.ReadyAt > context.Now ? vm.ReadyAt : context.Now;
        context.Run(async stopping =>
        {
            CommandOutcome outcome = await CommandRunner.RunAsync(vm, command, context.Clock, stopping);
            await context.Clock.UntilAsync(earliest + ServiceTimes.BackgroundCommand, stopping);
            lock (call.Account.Gate)
            {
                running.Outcome = outcome;
            }
        });
        return Reply.Json(200, new JsonObject { ["task_id"] = running.Id, ["session_id"] = vm.Session.Id });
    }

    /// <summary>The machine of the session in the body; of a new session where there is none.</summary>
    private static Vm Machine(AccountCall call, SnapshotWorld world)
    {
        Session session = call.Body.Text("session_id") is null
            ? call.Account.Sessions.Add(new Session(VmSpec.Read([]), world.Context.Now))
            : call.FromBody(call.Account.Sessions, "session_id");
        Vm vm = world.Machines.Use(call.Account, session);
        (call.VmId, call.SessionId) = (vm.Id, session.Id);
        return vm;
    }

    private static Reply Kill(AccountCall call, SnapshotWorld world)
    {
        string id = call.Body.Text("session_id")!;
        if (!Guid.TryParseExact(id, "D", out _))
        {
            throw new ServiceFault(400, "invalid_request", "The session id is malformed.");
        }

        if (world.IsForeignSession(id, call.Account))
        {
            throw new ServiceFault(403, "forbidden", "The session belongs to someone else.");
        }

        lock (call.Account.Gate)
        {
            call.Account.Settle();
            call.SessionId = id;
            Session session = call.FromBody(call.Account.Sessions, "session_id");
            Vm vm = session.Vm is { IsAlive: true } alive
                ? call.About("vm", alive)
                : throw SnapshotFault.NotFound("The session has no running machine.");
            call.VmId = vm.Id;
            world.Machines.End(call.Account, vm, world.Context.Now);
            return Reply.Json(200, new JsonObject { ["message"] = "The machine was killed.", ["vm_id"] = vm.Id });
        }
    }
}
