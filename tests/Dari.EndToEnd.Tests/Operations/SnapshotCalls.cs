using Dari.Snapshots;
using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.SnapshotWorld, Dari.Snapshots.SnapshotClient>;
using Client = Dari.Snapshots.SnapshotClient;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>Every operation of the snapshot document.</summary>
internal static partial class SnapshotCalls
{
    public static IReadOnlyList<Call> All { get; } =
    [
        .. Snapshots(), .. Machines(), .. Sessions(), .. Browser(), .. Network(), .. Volumes(), .. Accounts(), .. Vaults(),
    ];

    private static IEnumerable<Call> Snapshots() =>
    [
        new("createSnapshot", world => Ready(async client =>
        {
            SnapshotInfo info = await client.Snapshots.CreateAsync(world.Build);
            Assert.Equal(("user", world.Name), (info.Type, info.Name.Value));
        })),
        new("listSnapshots", async world =>
        {
            string id = await world.Snapshot();
            return async client => Assert.Contains(await client.Snapshots.ListAsync(), one => one.Id == id);
        }),
        new("getSnapshot", async world =>
        {
            string id = await world.ReadySnapshot();
            return async client => Assert.True((await client.Snapshots.GetAsync(id)).SizeBytes > 0);
        }),
        new("deleteSnapshot", async world =>
        {
            string id = await world.ReadySnapshot();
            return client => client.Snapshots.DeleteAsync(id);
        }),
    ];

    private static IEnumerable<Call> Machines() =>
    [
        OfVm("snapshotVm", id => client => client.Vms.SnapshotAsync(id, new VmSnapshotRequest { Name = "saved" })),
        new("createVm", async world =>
        {
            string snapshot = await world.ReadySnapshot();
            return async client => Assert.NotNull((await client.Vms.CreateAsync(new VmCreateRequest { SnapshotId = snapshot }, wait: true)).VmId.Value);
        }),
        OfVm("listVms", id => async client => Assert.Contains(await client.Vms.ListAsync(), vm => vm.VmId.Value == id)),
        OfVm("cloneVm", id => client => client.Vms.CloneAsync(id, new VmCloneRequest())),
        OfVm("getVm", id => async client => Assert.Equal(id, (await client.Vms.GetAsync(id)).VmId.Value)),
        OfVm("updateVm", id => client => client.Vms.UpdateAsync(id, new VmUpdateRequest { Metadata = new() { ["team"] = "blue" } })),
        OfVm("deleteVm", id => client => client.Vms.DeleteAsync(id)),
        OfVm("resumeVm", id => client => client.Vms.ResumeAsync(id)),
    ];

    private static IEnumerable<Call> Sessions() =>
    [
        new Call("createSession", world => Ready(client => client.Sessions.CreateAsync(new CreateSessionRequest { ApiKey = world.ApiKey }))) with
        {
            // The key stands in the body here.
            Fail = async world => await world.Client.Sessions.CreateAsync(new CreateSessionRequest { ApiKey = "instavm_sk_unknown" }),
        },
        OfLive("getSessionStatus", session => async client => Assert.True((await client.Sessions.GetStatusAsync(session)).VmAlive)),
        OfLive("getSessionAppUrl", session => async client => Assert.Equal(8080, (await client.Sessions.GetAppUrlAsync(session, 8080)).Port)),
        OfLive("listSandboxes", _ => async client => Assert.NotEmpty(await client.Sessions.ListSandboxesAsync(limit: 10))),
        OfSession("getSession", session => async client => Assert.Equal(session, (await client.Sessions.GetAsync(session)).SessionId)),
        OfSession("executeCommand", session => async client => Assert.Equal("hi", (await client.Execution.ExecuteCommandAsync(
            new CommandRequest { SessionId = session, Code = "print('hi')", Language = "python" })).Stdout?.Trim())),
        OfSession("startCommand", session => client => client.Execution.StartCommandAsync(
            new CommandRequest { SessionId = session, Command = "echo hi", Language = "bash" })),
        new("getExecution", async world =>
        {
            var command = new CommandRequest { SessionId = await world.Session(), Command = "echo hi", Language = "bash" };
            string task = (await world.Client.Execution.StartCommandAsync(command)).TaskId!;
            return client => client.Execution.GetAsync(task);
        }),
        OfLive("killVm", session => client => client.Execution.KillVmAsync(new KillVmRequest { SessionId = session })),
        OfLive("uploadFile", session => client => client.Files.UploadAsync(SnapshotWorld.Upload(session))),
        new("downloadFile", async world =>
        {
            string session = await world.SessionWithFile();
            var form = new DownloadFileForm { Filename = SnapshotWorld.RemotePath, SessionId = session };
            return async client => Assert.Equal("one fish"u8.ToArray(), (await client.Files.DownloadAsync(form)).Content!.Value.ToArray());
        }),
    ];

    private static Task<Func<Client, Task>> Ready(Func<Client, Task> call) => Task.FromResult(call);

    private static Call OfVm(string operationId, Func<string, Func<Client, Task>> call) =>
        new(operationId, async world => call(await world.VmId()));

    private static Call OfSession(string operationId, Func<string, Func<Client, Task>> call) =>
        new(operationId, async world => call(await world.Session()));

    private static Call OfLive(string operationId, Func<string, Func<Client, Task>> call) =>
        new(operationId, async world => call(await world.LiveSession()));
}
