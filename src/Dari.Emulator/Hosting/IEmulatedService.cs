using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

/// <summary>
/// One of the services. It maps a handler to every <c>operationId</c> of its document; the host does
/// the rest: routing by the document, keys, checks of the request before and of the reply after the
/// handler, errors in the service's form, and the record of calls.
/// <example>
/// <code>
/// routes.Map("getVolume", call => Reply.Json(200, _volumes.Find(call.Path("id"), call.Caller).ToJson()));
/// routes.Map("deleteVolume", async call => { await _volumes.DeleteAsync(call.Path("id")); return Reply.Empty(204); });
/// // anywhere below a handler:
/// throw new ServiceFault(404, "not_found", "There is no such volume.");
/// </code>
/// </example>
/// </summary>
internal interface IEmulatedService : IAsyncDisposable
{
    /// <summary>The service's name in records: <c>dari</c>, <c>sandbox</c>, <c>snapshot</c>.</summary>
    string Name { get; }

    ContractDocument Document { get; }

    /// <summary>Maps the handlers. Called once, before the host listens; <see cref="ServiceContext.Url"/> is not known yet.</summary>
    void Map(OperationRoutes routes);

    /// <summary>The body of an error answer.</summary>
    JsonNode Error(ServiceFault fault);

    /// <summary>The error for a request that the document does not allow.</summary>
    ServiceFault Refuse(ContractOperation operation, IReadOnlyList<Finding> findings);

    /// <summary>The same for a service whose error goes by what was sent; the body is null where it is not JSON.</summary>
    ServiceFault Refuse(ContractOperation operation, IReadOnlyList<Finding> findings, HttpRequest request, JsonNode? body) =>
        Refuse(operation, findings);

    /// <summary>The error for a missing or unknown key.</summary>
    ServiceFault Unauthorized(ContractOperation operation);

    /// <summary>Whether a request brings a permission of its own, as a signed address does, so that it needs no key.</summary>
    bool CarriesPermission(ContractOperation operation, HttpRequest request) => false;
}
