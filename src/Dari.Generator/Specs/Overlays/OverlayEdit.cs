using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.Overlays.Paths;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays;

/// <summary>
/// What one action does to a tree, as a tree of its own that holds only the places which change. All else is shared with
/// the tree before, and what stays has its place in the document.
/// </summary>
internal sealed class OverlayEdit
{
    private readonly Dictionary<string, OverlayEdit> _members = [];
    private readonly Dictionary<int, OverlayEdit> _items = [];
    private bool _isHit;

    public static OverlayEdit At(IEnumerable<PathMatch> matches)
    {
        var root = new OverlayEdit();
        foreach (PathMatch match in matches)
        {
            root.Reach(match)._isHit = true;
        }

        return root;
    }

    /// <summary>Takes the selected values away.</summary>
    public SpecNode? Remove(SpecNode node) => _isHit ? null : Rebuild(node, (edit, child) => edit.Remove(child));

    /// <summary>Merges a value into the selected ones, those within others first.</summary>
    public SpecNode Merge(SpecNode node, SpecNode update)
    {
        SpecNode rebuilt = Rebuild(node, (edit, child) => edit.Merge(child, update));
        return _isHit ? OverlayMerge.Into(rebuilt, update) : rebuilt;
    }

    private OverlayEdit Reach(PathMatch match)
    {
        if (match.Parent is null)
        {
            return this;
        }

        OverlayEdit parent = Reach(match.Parent);
        if (match.Name is { } name)
        {
            return parent._members.TryGetValue(name, out OverlayEdit? known) ? known : parent._members[name] = new OverlayEdit();
        }

        return parent._items.TryGetValue(match.Index, out OverlayEdit? item) ? item : parent._items[match.Index] = new OverlayEdit();
    }

    private SpecNode Rebuild(SpecNode node, System.Func<OverlayEdit, SpecNode, SpecNode?> change)
    {
        if (_members.Count == 0 && _items.Count == 0)
        {
            return node;
        }

        var members = new List<SpecMember>(node.Members.Length);
        foreach (SpecMember member in node.Members)
        {
            SpecNode? value = _members.TryGetValue(member.Name, out OverlayEdit? edit) ? change(edit, member.Value) : member.Value;
            members.AddRange(value is null ? [] : [member with { Value = value }]);
        }

        var items = new List<SpecNode>(node.Items.Length);
        for (int i = 0; i < node.Items.Length; i++)
        {
            SpecNode? value = _items.TryGetValue(i, out OverlayEdit? edit) ? change(edit, node.Items[i]) : node.Items[i];
            items.AddRange(value is null ? Enumerable.Empty<SpecNode>() : [value]);
        }

        return OverlayMerge.Like(node, [.. members], [.. items]);
    }
}
