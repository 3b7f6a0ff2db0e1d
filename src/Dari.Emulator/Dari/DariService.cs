using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Dari.Routes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari;

/// <summary>The Dari service.</summary>
/// <remarks>
/// Where the public facts are silent, it behaves as follows.
/// <list type="bullet">
/// <item>An id that nobody has is 404, one of another organization is 403, on every route.</item>
/// <item>A snapshot is verified once: finalizing again repeats the result, and a failed one stays failed, also when nothing was uploaded. Its upload target takes one upload. Its manifest can be read, and versions made of it, any number of times while it is ready; versions keep their own copy of the archive. The manifest of one that is not ready is 422, publishing it 409.</item>
/// <item>An invalid manifest is 422 with a list under <c>detail</c>, on its own route and when publishing.</item>
/// <item>A deleted agent can still be read, with its versions, sessions and webhook, and frees its name. A version published to an agent by id may have another name in its manifest; the agent keeps its own.</item>
/// <item>A model backend is a new version over the same archive.</item>
/// <item>A webhook keeps its secret when it is set again; event types left out are the default again. Any status of the 200s takes a delivery; only loopback URLs are called, and <c>http</c> is allowed for those alone. The MAC is hexadecimal and keyed by the whole secret, prefix included.</item>
/// <item>Unknown versions and models are 422. Secrets are accepted under any well-formed name and dropped. Storage bindings are not looked up.</item>
/// <item>A session runs while a message is unfinished and is idle otherwise, also after a failed one. <c>session.completed</c> or <c>session.failed</c> is pushed each time it becomes idle.</item>
/// <item>The same idempotency key with another body is 409 (422 for batches, whose operation declares no 409). Keys live as long as the emulator. A repeated key shows the message and session as they are now.</item>
/// <item>Content blocks that name a file which was not uploaded are 422. Attached files are put into <c>/workspace/uploads</c>.</item>
/// <item>A result for an unknown tool call is 404, a second one or one after the timeout is 409.</item>
/// <item>A stream without <c>Last-Event-ID</c>, or with one that is unknown, starts at the first event. It ends when the agent is deleted. A <c>limit</c> lists the latest events, in ascending order; without one all are listed.</item>
/// <item>Sessions and versions are listed oldest first. The bundle listing is <c>{"files":[{"path","size_bytes"}]}</c>; a file that is not UTF-8 text is 404.</item>
/// <item>A message sent as the quickstart does is answered while it is queued. A directory that the workspace does not have is 404 when listed, 400 when downloaded.</item>
/// </list>
/// What the model would do is decided by the text: see <see cref="Turns.TurnCommand"/>.
/// </remarks>
internal sealed class DariService(ServiceContext context) : IEmulatedService
{
    private readonly DariParts _parts = new(context, ContractDocument.Load("dari.openapi.yaml"));

    public string Name => context.Name;

    public ContractDocument Document { get; } = ContractDocument.Load("dari.openapi.yaml");

    public void Map(OperationRoutes routes)
    {
        new SourceSnapshotRoutes(_parts).Map(routes);
        new AgentRoutes(_parts).Map(routes);
        new AgentVersionRoutes(_parts).Map(routes);
        new WebhookRoutes(_parts).Map(routes);
        new SessionRoutes(_parts).Map(routes);
        new SessionEventRoutes(_parts).Map(routes);
        new StreamRoutes(_parts).Map(routes);
        new WorkspaceRoutes(_parts).Map(routes);
        new MessageRoutes(_parts).Map(routes);
        new BatchRoutes(_parts).Map(routes);
        new FileRoutes(_parts).Map(routes);
    }

    public JsonNode Error(ServiceFault fault) => new JsonObject
    {
        ["detail"] = fault.Findings.Count == 0
            ? fault.Message
            : new JsonArray([.. fault.Findings.Select(static finding => (JsonNode?)new JsonObject
            {
                ["loc"] = new JsonArray([finding.Place, .. finding.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)]),
                ["msg"] = finding.Message,
                ["type"] = finding.Rule,
            })]),
    };

    public ServiceFault Refuse(ContractOperation operation, IReadOnlyList<Finding> findings) =>
        new(422, "invalid_request", "The request is invalid.") { Findings = findings, IsRefusal = true };

    public ServiceFault Unauthorized(ContractOperation operation) =>
        new(401, "unauthorized", "Missing or invalid API key") { IsRefusal = true };

    public ValueTask DisposeAsync()
    {
        _parts.Webhooks.Dispose();
        return ValueTask.CompletedTask;
    }
}
