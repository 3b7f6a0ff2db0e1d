using System.Collections.Generic;
using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>Which types of a contract are sent and which are received, as the operations say.</summary>
internal sealed class TypeUsage
{
    private readonly Dictionary<string, Usage> _usage = [];
    private readonly Dictionary<string, List<string>> _cases = [];
    private readonly Dictionary<string, ContractNode> _types = [];

    public TypeUsage(ContractNode contract)
    {
        foreach (ContractNode type in contract.Of(ContractKind.Type))
        {
            _types[type.Name] = type;
        }

        // A base of allOf is received as one of the types that extend it.
        foreach (ContractNode type in _types.Values)
        {
            foreach (ContractNode part in type.Of(ContractKind.Part))
            {
                if (!_cases.TryGetValue(part.Name, out List<string>? cases))
                {
                    _cases.Add(part.Name, cases = []);
                }

                cases.Add(type.Name);
            }
        }

        foreach (ContractNode operation in contract.Children)
        {
            if (operation.Kind is ContractKind.Operation or ContractKind.Webhook or ContractKind.Callback)
            {
                foreach (ContractNode child in operation.Children)
                {
                    Mark(child, Of(operation, child));
                }
            }
        }
    }

    public Usage Of(string type) => _usage.TryGetValue(type, out Usage usage) ? usage : Usage.None;

    /// <summary>What a part of an operation is for: a webhook or callback is called by the service.</summary>
    public static Usage Of(ContractNode operation, ContractNode part)
    {
        bool isAnswer = part.Kind is ContractKind.Response;
        return isAnswer == (operation.Kind == ContractKind.Operation) ? Usage.Received : Usage.Sent;
    }

    private void Mark(ContractNode root, Usage usage)
    {
        var open = new Stack<ContractNode>([root]);
        while (open.Count > 0)
        {
            ContractNode node = open.Pop();
            foreach (ContractNode child in node.Children)
            {
                open.Push(child);
            }

            if (node.Fact("ref") is { } name)
            {
                Mark(name, usage, open);
            }
        }
    }

    private void Mark(string name, Usage usage, Stack<ContractNode> open)
    {
        Usage known = Of(name);
        if ((known & usage) == usage)
        {
            return;
        }

        _usage[name] = known | usage;
        if (_types.TryGetValue(name, out ContractNode? type))
        {
            open.Push(type);
            if (type.Has("discriminator") && _cases.TryGetValue(name, out List<string>? cases))
            {
                foreach (string one in cases.ToArray())
                {
                    Mark(one, usage, open);
                }
            }
        }
    }
}
