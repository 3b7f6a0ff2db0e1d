using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Dari.Generator.Review.Contracts;

/// <summary>
/// A contract as lines of text, one a node, its depth as spaces: <c> property name required=true type=string</c>. The
/// same contract gives the same lines, whichever version and order its document was written in.
/// </summary>
internal static class ContractText
{
    public static IReadOnlyList<string> Write(ContractNode contract)
    {
        var lines = new List<string>();
        Write(lines, contract, 0, keepOrder: true);
        return lines;
    }

    /// <summary>The same without any order that the document has: what a digest is made of.</summary>
    public static IReadOnlyList<string> WriteUnordered(ContractNode contract)
    {
        var lines = new List<string>();
        Write(lines, contract, 0, keepOrder: false);
        return lines;
    }

    /// <summary>The words for people, with the node that they stand at.</summary>
    public static IEnumerable<string> Words(ContractNode contract, string parent = "")
    {
        var name = new StringBuilder(parent);
        Head(name, contract);
        string place = name.Append('/').ToString();
        foreach (KeyValuePair<string, string> words in contract.Words)
        {
            yield return place + words.Key + "=" + words.Value;
        }

        foreach (string line in Sorted(contract, keepOrder: false).SelectMany(child => Words(child, place)))
        {
            yield return line;
        }
    }

    /// <summary><see langword="null"/> when the lines are not those of a contract.</summary>
    public static ContractNode? Read(IReadOnlyList<string> lines)
    {
        var path = new List<ContractNode>();
        foreach (string line in lines)
        {
            int depth = line.Length - line.TrimStart(' ').Length;
            if (depth > path.Count || ContractLine.Read(line.Substring(depth)) is not { } node || (depth == 0 && path.Count > 0))
            {
                return null;
            }

            path.RemoveRange(depth, path.Count - depth);
            if (depth > 0)
            {
                path[depth - 1].Children.Add(node);
            }

            path.Add(node);
        }

        return path.Count > 0 && path[0].Kind == ContractKind.Api ? path[0] : null;
    }

    private static void Write(List<string> lines, ContractNode node, int depth, bool keepOrder)
    {
        var line = new StringBuilder().Append(' ', depth);
        Head(line, node);
        foreach (KeyValuePair<string, string> fact in node.Facts)
        {
            line.Append(' ');
            ContractLine.Quote(line, fact.Key);
            line.Append('=');
            ContractLine.Quote(line, fact.Value);
        }

        lines.Add(line.ToString());
        foreach (ContractNode child in Sorted(node, keepOrder))
        {
            Write(lines, child, depth + 1, keepOrder);
        }
    }

    private static void Head(StringBuilder line, ContractNode node)
    {
        line.Append(node.Kind.ToString().ToLowerInvariant()).Append(' ');
        ContractLine.Quote(line, node.Name);
    }

    // The order of values and of cases may mean something to somebody: it is kept, and no digest depends on it.
    private static IEnumerable<ContractNode> Sorted(ContractNode node, bool keepOrder)
    {
        IOrderedEnumerable<ContractNode> sorted = node.Children.OrderBy(child => (int)child.Kind);
        return keepOrder
            ? sorted.ThenBy(child => child.Kind is ContractKind.Value or ContractKind.Case ? "" : child.Name, StringComparer.Ordinal)
            : sorted.ThenBy(child => child.Name, StringComparer.Ordinal);
    }
}
