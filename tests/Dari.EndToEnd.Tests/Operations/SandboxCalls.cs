using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.SandboxWorld, Dari.Sandboxes.SandboxClient>;
using Client = Dari.Sandboxes.SandboxClient;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>Every operation of the sandbox document, one file a group.</summary>
internal static partial class SandboxCalls
{
    public static IReadOnlyList<Call> All { get; } =
    [
        .. Sandboxes(), .. Commands(), .. Files(), .. Uploads(), .. Previews(), .. Volumes(), .. VolumeUploads(), .. Pools(), .. Deployments(), .. Keys(),
    ];

    private static Task<Func<Client, Task>> Ready(Func<Client, Task> call) => Task.FromResult(call);

    private static Call OfSandbox(string operationId, Func<string, Func<Client, Task>> call) =>
        new(operationId, async world => call(await world.Sandbox()));

    private static Call OfFile(string operationId, Func<string, Func<Client, Task>> call) =>
        new(operationId, async world => call(await world.SandboxWithFile()));
}
