using System;
using System.Collections.Generic;

namespace Dari.Generator.Specs.Syntax;

/// <summary>Moves the tree of a text to where <see cref="SpecTexts"/> made room for it.</summary>
internal static class ShiftedTree
{
    /// <summary>The same tree, its offsets counted from <paramref name="offset"/>; what aliases share stays shared.</summary>
    public static SpecNode Of(SpecNode root, int offset) => Shift(root, offset, []);

    private static SpecNode Shift(SpecNode node, int offset, Dictionary<SpecNode, SpecNode> moved)
    {
        if (moved.TryGetValue(node, out SpecNode? known))
        {
            return known;
        }

        var shifted = new SpecNode
        {
            Kind = node.Kind,
            Start = node.Start + offset,
            End = node.End + offset,
            Text = node.Text,
            Items = Array.ConvertAll(node.Items, item => Shift(item, offset, moved)),
            Members = Array.ConvertAll(
                node.Members,
                member => new SpecMember(member.Name, member.NameStart + offset, member.NameEnd + offset, Shift(member.Value, offset, moved))),
        };
        moved.Add(node, shifted);
        return shifted;
    }
}
