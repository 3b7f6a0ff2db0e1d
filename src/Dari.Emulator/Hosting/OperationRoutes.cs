using Dari.Emulator.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dari.Emulator.Hosting;

/// <summary>Maps handlers to the operations of a document; method and path come from the document.</summary>
internal sealed class OperationRoutes(ContractDocument document, IEndpointRouteBuilder routes, Func<ContractOperation, OperationHandler, RequestDelegate> host)
{
    private readonly HashSet<string> _mapped = [];

    /// <summary>Operations of the document that no handler answers yet.</summary>
    public IEnumerable<string> Unmapped => document.Operations.Keys.Where(id => !_mapped.Contains(id));

    public void Map(string operationId, OperationHandler handler)
    {
        ContractOperation operation = document.Operations.GetValueOrDefault(operationId)
            ?? throw new InvalidOperationException($"The document has no operation '{operationId}'.");
        if (!_mapped.Add(operationId))
        {
            throw new InvalidOperationException($"The operation '{operationId}' has two handlers.");
        }

        routes.MapMethods(operation.Path, [operation.Method], host(operation, handler)).WithMetadata(operation);
    }

    public void Map(string operationId, Func<Call, Reply> handler) => Map(operationId, call => Task.FromResult(handler(call)));
}
