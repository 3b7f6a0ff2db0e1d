using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Routes;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Sandbox;

/// <summary>The sandbox service.</summary>
internal sealed class SandboxService : IEmulatedService
{
    private readonly ServiceContext _context;
    private readonly SandboxWorld _world;

    public SandboxService(ServiceContext context)
    {
        _context = context;
        _world = new SandboxWorld(context);
        context.Keys.Add(context.Options.SandboxAccountToken ?? "", KeyRing.MainOrganization, "accountToken");
    }

    public string Name => _context.Name;

    public ContractDocument Document { get; } = ContractDocument.Load("sandbox.openapi.yaml");

    public void Map(OperationRoutes routes)
    {
        var map = new SandboxRoutes(routes, _world);
        MachineRoutes.Map(map);
        SnapshotRoutes.Map(map);
        CommandRoutes.Map(map);
        FileRoutes.Map(map);
        FileTransferRoutes.Map(map);
        FileSearchRoutes.Map(map);
        UploadRoutes.Map(map);
        PreviewRoutes.Map(map);
        VolumeRoutes.Map(map);
        VolumeFileRoutes.Map(map);
        TemplateRoutes.Map(map);
        WarmPoolRoutes.Map(map);
        DeploymentRoutes.Map(map);
        AgentRoutes.Map(map);
        KeyRoutes.Map(map);
    }

    public JsonNode Error(ServiceFault fault) => SandboxErrors.Envelope(fault);

    public ServiceFault Refuse(ContractOperation operation, IReadOnlyList<Finding> findings) =>
        SandboxErrors.Refusal(operation, findings);

    public ServiceFault Unauthorized(ContractOperation operation) =>
        new(401, "unauthorized", "The API key is missing or wrong.") { IsRefusal = true };

    public bool CarriesPermission(ContractOperation operation, HttpRequest request) =>
        operation.Id is "downloadFile" or "uploadFile"
        && !request.Headers.ContainsKey("Authorization")
        && request.Query.ContainsKey(FileTransferRoutes.TokenName);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
