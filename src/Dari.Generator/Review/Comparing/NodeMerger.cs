using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>Puts what a reference leads to in its place, where two contracts must be compared that refer to different things.</summary>
internal sealed class NodeMerger(ContractNode contract)
{
    private const int MaxHops = 64;

    public ContractNode? Type(string name) => contract.Child(ContractKind.Type, name);

    /// <summary>A node with what its reference leads to; what it says itself counts more.</summary>
    public ContractNode Expand(ContractNode node)
    {
        for (int hops = 0; hops < MaxHops && node.Fact("ref") is { } name; hops++)
        {
            ContractNode copy = Copy(node);
            copy.Facts.Remove("ref");
            if (Type(name) is { } type)
            {
                Lay(copy, type);
            }

            node = copy;
        }

        return node;
    }

    /// <summary>A node with the members of a part as its own.</summary>
    public ContractNode Flatten(ContractNode node, string part)
    {
        ContractNode copy = Copy(node);
        copy.Children.RemoveAll(child => child.Kind == ContractKind.Part && child.Name == part);
        if (Type(part) is { } type)
        {
            ContractNode whole = Expand(type);
            Lay(copy, whole);
        }

        ApplyRequired(copy);
        return copy;
    }

    private static void Lay(ContractNode node, ContractNode from)
    {
        foreach (KeyValuePair<string, string> fact in from.Facts)
        {
            if (fact.Key == "requires" && node.Fact("requires") is { } own)
            {
                node.Facts["requires"] = own + ", " + fact.Value;
            }
            else if (!node.Has(fact.Key))
            {
                node.Facts.Add(fact.Key, fact.Value);
            }
        }

        foreach (ContractNode child in from.Children)
        {
            if (node.Child(child.Kind, child.Name) is null)
            {
                node.Children.Add(child);
            }
        }
    }

    /// <summary>Names that stand in <c>requires</c> because their member was declared by a part.</summary>
    private static void ApplyRequired(ContractNode node)
    {
        if (node.Fact("requires") is not { } names)
        {
            return;
        }

        var left = new List<string>();
        foreach (string name in names.Split([", "], System.StringSplitOptions.None).Distinct())
        {
            int index = node.Children.FindIndex(child => child.Kind == ContractKind.Property && child.Name == name);
            if (index < 0)
            {
                left.Add(name);
                continue;
            }

            node.Children[index] = Copy(node.Children[index]);
            node.Children[index].Facts["required"] = "true";
        }

        node.Facts.Remove("requires");
        node.Set("requires", string.Join(", ", left));
    }

    private static ContractNode Copy(ContractNode node)
    {
        var copy = new ContractNode(node.Kind, node.Name, node.Place);
        foreach (KeyValuePair<string, string> fact in node.Facts)
        {
            copy.Facts.Add(fact.Key, fact.Value);
        }

        copy.Children.AddRange(node.Children);
        return copy;
    }
}
