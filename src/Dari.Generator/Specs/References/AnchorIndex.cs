using System;
using System.Collections.Generic;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.References;

/// <summary>Where the <c>$anchor</c>s and <c>$id</c>s of a document are (JSON Schema 2020-12).</summary>
internal sealed class AnchorIndex
{
    /// <summary>What stands in these is data, and data may look like a schema.</summary>
    private static readonly HashSet<string> Data = ["example", "examples", "default", "enum", "const"];

    private readonly Dictionary<string, SpecPlace> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecPlace> _ids = new(StringComparer.Ordinal);

    public AnchorIndex(SpecFile file)
    {
        // A list instead of recursion, and each shared node once: aliases make the tree a graph.
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecPlace>();
        open.Push(file.RootPlace);
        while (open.Count > 0)
        {
            SpecPlace place = open.Pop();
            if (!seen.Add(place.Node))
            {
                continue;
            }

            Note(place);
            foreach ((string name, SpecPlace child) in place.Members)
            {
                if (!Data.Contains(name) && IsContainer(child))
                {
                    open.Push(child);
                }
            }

            foreach (SpecPlace item in place.Items)
            {
                if (IsContainer(item))
                {
                    open.Push(item);
                }
            }
        }
    }

    public SpecPlace? Anchor(string name) => _anchors.TryGetValue(name, out SpecPlace place) ? place : null;

    public SpecPlace? Id(string id) => _ids.TryGetValue(id, out SpecPlace place) ? place : null;

    private void Note(SpecPlace place)
    {
        foreach (string keyword in (string[])["$anchor", "$dynamicAnchor"])
        {
            if (place.Node.StringMember(keyword) is { } anchor && !_anchors.ContainsKey(anchor))
            {
                _anchors.Add(anchor, place);
            }
        }

        if (place.Node.StringMember("$id") is { } id && !_ids.ContainsKey(id))
        {
            _ids.Add(id, place);
        }
    }

    private static bool IsContainer(SpecPlace place) => place.IsObject || place.IsArray;
}
