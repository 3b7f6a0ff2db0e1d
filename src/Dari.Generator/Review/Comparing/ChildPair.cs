using System.Collections.Generic;
using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>A part of two nodes, or of one of them only, with the nodes that have it or could have it.</summary>
internal readonly record struct ChildPair(ContractNode OldParent, ContractNode NewParent, ContractNode? Old, ContractNode? New)
{
    /// <summary>The new one, else the old one.</summary>
    public ContractNode Any => New ?? Old!;

    /// <summary>
    /// The parts of two nodes by kind and name: those of the old one in its order, then those of the new one alone. Parts of
    /// <c>allOf</c> are none: what is in them counts as the node's own where it matters.
    /// </summary>
    public static IEnumerable<ChildPair> Of(ContractNode old, ContractNode now, ContractKind? skipped = null)
    {
        foreach (ContractNode before in old.Children)
        {
            if (before.Kind != skipped && before.Kind != ContractKind.Part)
            {
                yield return new ChildPair(old, now, before, now.Child(before.Kind, before.Name));
            }
        }

        foreach (ContractNode after in now.Children)
        {
            if (after.Kind != skipped && after.Kind != ContractKind.Part && old.Child(after.Kind, after.Name) is null)
            {
                yield return new ChildPair(old, now, null, after);
            }
        }
    }
}
