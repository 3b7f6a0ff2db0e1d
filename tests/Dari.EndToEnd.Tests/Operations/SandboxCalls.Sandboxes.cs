using System.Text.Json.Nodes;
using Dari.Sandboxes;
using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.SandboxWorld, Dari.Sandboxes.SandboxClient>;

namespace Dari.EndToEnd.Tests.Operations;

internal static partial class SandboxCalls
{
    private static IEnumerable<Call> Sandboxes() =>
    [
        new("createSandbox", world => Ready(async client =>
        {
            var options = new RequestOptions { IdempotencyKey = world.Name };
            var request = new CreateSandboxRequest { Metadata = new JsonObject { ["name"] = world.Name }, MemoryMb = 512 };
            CreatedSandbox first = await client.Sandboxes.CreateAsync(request, options);
            CreatedSandbox again = await client.Sandboxes.CreateAsync(request, options);
            Assert.Equal((first.Id, 512), (again.Id, again.Config.MemoryMb));
        })),
        OfSandbox("listSandboxes", _ => async client =>
        {
            SandboxList bare = await client.Sandboxes.ListAsync();
            SandboxList page = await client.Sandboxes.ListAsync(new ListSandboxesQuery { Limit = 1 });
            Assert.IsAssignableFrom<IReadOnlyList<Sandbox>>(bare.Value);
            Assert.Single(Assert.IsType<SandboxPage>(page.Value).Items);
        }),
        OfSandbox("getSandbox", id => async client => Assert.Equal(SandboxStatus.Running, (await client.Sandboxes.GetAsync(id)).Status)),
        OfSandbox("destroySandbox", id => client => client.Sandboxes.DestroyAsync(id)),
        OfSandbox("hibernateSandbox", id => client => client.Sandboxes.HibernateAsync(id)),
        new("resumeSandbox", async world =>
        {
            string paused = (await world.Client.Sandboxes.HibernateAsync(await world.Sandbox())).SnapshotId;
            return client => client.Sandboxes.ResumeAsync(paused);
        }),
        OfSandbox("setSandboxTimeout", id => client => client.Sandboxes.SetTimeoutAsync(
            id, new SetSandboxTimeoutRequest { TimeoutMs = 600_000, TimeoutAction = TimeoutAction.Destroy })),
        OfFile("forkSandbox", id => async client =>
        {
            StartedSandbox fork = await client.Sandboxes.ForkAsync(id);
            Assert.Equal(SandboxWorld.Text, (await client.Files.ReadAsync(fork.Id, new ReadFileRequest { Path = SandboxWorld.Path })).Content);
        }),
        OfSandbox("createSnapshot", id => client => client.Snapshots.CreateAsync(id)),
        OfSnapshot("listSnapshots", (sandbox, snapshot) => async client =>
            Assert.Equal(snapshot, Assert.Single(await client.Snapshots.ListAsync(sandbox)).Id)),
        OfSnapshot("getSnapshot", (sandbox, snapshot) => async client => Assert.Equal(sandbox, (await client.Snapshots.GetAsync(snapshot)).SandboxId)),
        OfSnapshot("deleteSnapshot", (_, snapshot) => client => client.Snapshots.DeleteAsync(snapshot)),
    ];

    private static IEnumerable<Call> Commands() =>
    [
        OfFile("executeCommand", id => async client =>
        {
            CommandResult result = await client.Commands.ExecuteAsync(id, new ExecuteCommandRequest { Command = "cat", Args = [SandboxWorld.Path] });
            Assert.Equal((0, SandboxWorld.Text), (result.ExitCode, result.Stdout));
        }),
        OfSandbox("openCommandSocket", id => client => client.Commands.OpenSocketAsync(id, "exec", Upgrade())),
        OfProcess("listProcesses", (id, process) => async client => Assert.Contains(await client.Processes.ListAsync(id), one => one.Pid == process)),
        OfProcess("getProcessLogs", (id, process) => async client => Assert.Null((await client.Processes.GetLogsAsync(id, process)).ExitCode.GetValueOrDefault())),
        OfProcess("writeProcessInput", (id, process) => client => client.Processes.WriteInputAsync(id, process, Input("yes\n"))),
        OfProcess("killProcess", (id, process) => client => client.Processes.KillAsync(id, process)),
        OfSandbox("resizeTerminal", id => client => client.Terminals.ResizeAsync(id, "ses_1", new ResizeTerminalRequest { Cols = 120, Rows = 40 })),
    ];

    private static RequestOptions Upgrade() => new()
    {
        Headers =
        {
            ["Connection"] = "Upgrade",
            ["Upgrade"] = "websocket",
            ["Sec-WebSocket-Version"] = "13",
            ["Sec-WebSocket-Key"] = Convert.ToBase64String(Guid.NewGuid().ToByteArray()),
        },
    };

    private static WriteProcessInputRequest Input(string text) => new() { Data = text };

    private static Call OfSnapshot(string operationId, Func<string, string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world =>
        {
            string sandbox = await world.Sandbox();
            return call(sandbox, (await world.Client.Snapshots.CreateAsync(sandbox)).Id);
        });

    private static Call OfProcess(string operationId, Func<string, uint, Func<SandboxClient, Task>> call) =>
        new(operationId, async world =>
        {
            (string sandbox, uint process) = await world.Running();
            return call(sandbox, process);
        });
}
