using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Specs.Syntax;

/// <summary>What merge keys (<c>&lt;&lt;: *base</c>) bring into one mapping.</summary>
internal sealed class YamlMapping
{
    private readonly List<SpecMember> _merged = [];
    private readonly HashSet<string> _mergedNames = [];
    private int _position;

    /// <summary>Takes over a mapping, or each one of a list; false for anything else.</summary>
    public bool TryMerge(SpecNode source, int position)
    {
        IReadOnlyList<SpecNode> mappings = source.Kind == SpecNodeKind.Array ? source.Items : [source];
        if (mappings.Any(mapping => mapping.Kind != SpecNodeKind.Object))
        {
            return false;
        }

        _position = _merged.Count == 0 ? position : _position;
        foreach (SpecMember member in mappings.SelectMany(mapping => mapping.Members))
        {
            if (_mergedNames.Add(member.Name))
            {
                _merged.Add(member);
            }
        }

        return true;
    }

    /// <summary>The mapping's own members with the merged ones where the merge key stood; its own win.</summary>
    public SpecMember[] Combine(SpecMember[] own)
    {
        var ownNames = new HashSet<string>(own.Select(member => member.Name));
        return
        [
            .. own.Take(_position),
            .. _merged.Where(member => !ownNames.Contains(member.Name)),
            .. own.Skip(_position),
        ];
    }
}
