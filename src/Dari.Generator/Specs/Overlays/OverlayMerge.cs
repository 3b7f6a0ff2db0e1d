using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays;

/// <summary>
/// How an overlay's <c>update</c> meets what is there (Overlay 1.0, 4.4.3): objects are merged member by member, lists
/// are added to, anything else is replaced.
/// </summary>
internal static class OverlayMerge
{
    /// <summary>Into a value that the action selected. A list takes the update as one more item; another list, item by item.</summary>
    public static SpecNode Into(SpecNode target, SpecNode update) =>
        target.Kind == SpecNodeKind.Array && update.Kind != SpecNodeKind.Array
            ? Like(target, target.Members, [.. target.Items, update])
            : Merge(target, update);

    /// <summary>A container at the place of another one.</summary>
    public static SpecNode Like(SpecNode node, SpecMember[] members, SpecNode[] items) =>
        new() { Kind = node.Kind, Start = node.Start, End = node.End, Text = node.Text, Members = members, Items = items };

    private static SpecNode Merge(SpecNode target, SpecNode update) => (target.Kind, update.Kind) switch
    {
        (SpecNodeKind.Object, SpecNodeKind.Object) => Like(target, Members(target, update), []),
        (SpecNodeKind.Array, SpecNodeKind.Array) => Like(target, [], [.. target.Items, .. update.Items]),
        _ => update,
    };

    private static SpecMember[] Members(SpecNode target, SpecNode update)
    {
        var known = new HashSet<string>(target.Members.Select(member => member.Name));
        return
        [
            .. target.Members.Select(member => update.Member(member.Name) is { } more ? member with { Value = Merge(member.Value, more) } : member),
            .. update.Members.Where(member => !known.Contains(member.Name)),
        ];
    }
}
