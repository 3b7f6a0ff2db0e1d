using System;
using System.Collections.Generic;

namespace Dari.Generator.Binding.Companions;

/// <summary>The operations of a client, to be found as extensions and links of the document name them.</summary>
internal sealed class OperationIndex
{
    private readonly Dictionary<string, BoundOperation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoundOperation> _byPointer = new(StringComparer.Ordinal);

    public OperationIndex(IEnumerable<BoundOperation> operations)
    {
        foreach (BoundOperation operation in operations)
        {
            _byPointer[operation.Api.Pointer] = operation;
            if (operation.Api.OperationId is { } id && !_byId.ContainsKey(id))
            {
                _byId.Add(id, operation);
            }
        }
    }

    public BoundOperation? ById(string operationId) => _byId.TryGetValue(operationId, out BoundOperation? found) ? found : null;

    public BoundOperation? ByPointer(string pointer) => _byPointer.TryGetValue(pointer, out BoundOperation? found) ? found : null;
}
