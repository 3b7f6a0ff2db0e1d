using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>What a contract says of a part, a line a fact: all that is left of it where there is a lock instead of the document.</summary>
internal static class NodeFacts
{
    public static IEnumerable<string> Of(ContractNode node)
    {
        foreach (KeyValuePair<string, string> fact in node.Facts)
        {
            yield return fact.Key + ": " + fact.Value;
        }

        foreach ((ContractKind kind, string word) in ((ContractKind, string)[])[(ContractKind.Value, "enum"), (ContractKind.Case, "cases"), (ContractKind.Property, "properties")])
        {
            string names = string.Join(", ", node.Of(kind).Select(child => child.Name));
            if (names.Length > 0)
            {
                yield return word + ": " + names;
            }
        }
    }
}
