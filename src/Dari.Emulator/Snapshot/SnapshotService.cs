using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Routes;
using Dari.Emulator.Snapshot.Validation;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Snapshot;

/// <summary>The snapshot service.</summary>
/// <remarks>
/// Where the public facts are silent, it behaves as follows.
/// <list type="bullet">
/// <item>An id that nobody has, or someone else has, is 404; where an operation declares no 404, it is a 422 at the member that names it. Only <c>/kill</c> tells the two apart.</item>
/// <item>A build is <c>pending</c> for a third of its time, then <c>building</c>, then <c>ready</c> or <c>failed</c>; see <see cref="Builds.OciImage"/> for what fails. A snapshot can be deleted at any time; machines keep what they booted from it.</item>
/// <item>A machine is <c>provisioning</c> until it has booted, then <c>active</c>, and <c>killed</c> at the end of its lifetime. A killed one is resumed under a new id with the files it had. A deleted one is gone.</item>
/// <item>A session whose machine has ended is expired: 401 wherever something should be run or moved in it.</item>
/// <item>The language of a command is <c>python</c> unless the call says <c>bash</c>, for <c>code</c> and <c>command</c> alike. A call without a session opens one. When the time is over, the answer holds what was printed until then and a line about it on standard error.</item>
/// <item>A download is raw bytes, or JSON for a client that accepts JSON and no raw bytes. <c>recursive</c> of an upload changes nothing: one file comes with it.</item>
/// <item>Browsers see pages that the emulator makes up; nothing is fetched. A host below <c>.invalid</c> never answers.</item>
/// <item>A mounted volume or checkpoint cannot be deleted. Checkpoints are mounted to read only.</item>
/// <item>Every call that changes something is an audit event and is offered to the webhooks; only loopback addresses are called.</item>
/// <item>Deleting answers 204, closing a browser session 200. Times without a promised format have no zone.</item>
/// </list>
/// </remarks>
internal sealed class SnapshotService(ServiceContext context) : IEmulatedService
{
    private readonly SnapshotWorld _world = new(context);

    public string Name => context.Name;

    public ContractDocument Document { get; } = ContractDocument.Load("snapshot.openapi.json");

    public void Map(OperationRoutes routes)
    {
        var map = new AccountRoutes(routes, _world);
        SnapshotRoutes.Map(map);
        VmRoutes.Map(map);
        SessionRoutes.Map(map);
        ExecutionRoutes.Map(map);
        FileRoutes.Map(map);
        BrowserSessionRoutes.Map(map);
        BrowserInteractionRoutes.Map(map);
        EgressRoutes.Map(map);
        ShareRoutes.Map(map);
        VolumeRoutes.Map(map);
        VolumeFileRoutes.Map(map);
        CheckpointRoutes.Map(map);
        MountRoutes.Map(map);
        KeyRoutes.Map(map);
        WebhookRoutes.Map(map);
        AuditRoutes.Map(map);
        VaultRoutes.Map(map);
    }

    public JsonNode Error(ServiceFault fault) => new JsonObject
    {
        ["detail"] = fault.Findings.Count == 0
            ? fault.Message
            : new JsonArray([.. fault.Findings.Select(static finding => (JsonNode?)ValidationErrors.View(finding))]),
    };

    public ServiceFault Refuse(ContractOperation operation, IReadOnlyList<Finding> findings) =>
        new(422, "invalid_request", "The request is invalid.")
        {
            Findings = [.. findings.Select(ValidationErrors.Translate)],
            IsRefusal = true,
        };

    public ServiceFault Refuse(ContractOperation operation, IReadOnlyList<Finding> findings, HttpRequest request, JsonNode? body)
    {
        IReadOnlyList<Finding> errors = RequestReport.Of(Document, operation, request, body);
        return Refuse(operation, errors.Count > 0 ? errors : findings);
    }

    public ServiceFault Unauthorized(ContractOperation operation) => SnapshotFault.Unauthorized();

    /// <summary>These take the key in their body as well, where the host does not look.</summary>
    public bool CarriesPermission(ContractOperation operation, HttpRequest request) =>
        operation.Id is "executeCommand" or "startCommand" or "uploadFile"
        && !request.Headers.ContainsKey("X-API-Key")
        && !request.Headers.ContainsKey("Authorization");

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }
}
