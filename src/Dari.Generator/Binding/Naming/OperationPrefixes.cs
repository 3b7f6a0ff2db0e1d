using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// The word that the types of an operation begin with: its operationId, as in <c>CreatePetRequest</c>. Where an id says too
/// little (one word, or used by several operations) its tag and path come before and after it.
/// </summary>
internal sealed class OperationPrefixes
{
    private readonly Dictionary<ApiOperation, string> _prefixes = [];

    public OperationPrefixes(ApiDocument document)
    {
        ApiOperation[] open = document.Operations.Concat(document.Webhooks).ToArray();
        for (int level = 0; open.Length > 0; level++)
        {
            open = Settle(open, level).ToArray();
        }
    }

    public string Of(ApiOperation operation) => _prefixes[operation];

    /// <summary>Names the operations that are alone with their candidate of this level, and returns the rest.</summary>
    private IEnumerable<ApiOperation> Settle(ApiOperation[] operations, int level)
    {
        foreach (IGrouping<string, ApiOperation> same in operations.GroupBy(one => Candidate(one, level), StringComparer.OrdinalIgnoreCase).ToArray())
        {
            bool isLast = level >= 3;
            if (isLast || (same.Count() == 1 && same.Key.Length > 0))
            {
                foreach (ApiOperation operation in same)
                {
                    _prefixes[operation] = same.Key;
                }
            }
            else
            {
                foreach (ApiOperation operation in same)
                {
                    yield return operation;
                }
            }
        }
    }

    private static string Candidate(ApiOperation operation, int level)
    {
        string[] id = OperationNames.Full(operation);
        string[] tag = operation.Tags.Count > 0 ? Words.Split(operation.Tags[0]).ToArray() : [];
        return level switch
        {
            0 => id.Length < 2 && operation.OperationId is not null ? "" : Join(id),
            1 => Join([.. tag, .. id]),
            2 => Join([.. tag, .. id, .. OperationNames.PathNouns(operation)]),
            _ => Join([.. tag, .. id, .. OperationNames.PathNouns(operation), operation.Method, .. OperationNames.By(operation)]),
        };
    }

    private static string Join(IEnumerable<string> words) => MemberNames.Pascal(string.Join(" ", words));
}
