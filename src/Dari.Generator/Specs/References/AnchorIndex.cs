using System;
using System.Collections.Generic;

namespace Dari.Generator.Specs.References;

/// <summary>
/// Where the schemas of a document are that have an <c>$id</c>, <c>$anchor</c> or <c>$dynamicAnchor</c> (JSON Schema
/// 2020-12, 8.2). A schema with an <c>$id</c> is a resource of its own: a base for references, and a scope for anchors.
/// </summary>
internal sealed class AnchorIndex
{
    /// <summary>What stands in these is data, and data may look like a schema.</summary>
    private static readonly HashSet<string> Data = ["example", "examples", "default", "enum", "const"];

    private readonly Dictionary<(string Resource, string Name), SpecPlace> _anchors = [];
    private readonly List<(string Resource, string Name, SpecPlace Place)> _dynamicAnchors = [];
    private readonly Dictionary<string, HashSet<string>> _dynamicReferences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SpecPlace> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SpecPlace Place, string? Base)> _resources = new(StringComparer.Ordinal);

    public AnchorIndex(SpecFile file)
    {
        // A list instead of recursion, and each shared node once: aliases make the tree a graph.
        var seen = new HashSet<Syntax.SpecNode>();
        var open = new Stack<(SpecPlace Place, string Resource, string? Base)>();
        open.Push((file.RootPlace, "", file.Identity));
        while (open.Count > 0)
        {
            (SpecPlace place, string resource, string? baseUri) = open.Pop();
            if (!seen.Add(place.Node))
            {
                continue;
            }

            if (place.Node != file.Root && place.Node.StringMember("$id") is { } id && !id.StartsWith("#", StringComparison.Ordinal))
            {
                (resource, baseUri) = NoteResource(place, id, baseUri);
            }

            NoteAnchors(place, resource);
            foreach ((string name, SpecPlace child) in place.Members)
            {
                if (!Data.Contains(name) && IsContainer(child))
                {
                    open.Push((child, resource, baseUri));
                }
            }

            foreach (SpecPlace item in place.Items)
            {
                if (IsContainer(item))
                {
                    open.Push((item, resource, baseUri));
                }
            }
        }
    }

    /// <summary>By <c>$anchor</c> or <c>$dynamicAnchor</c>, in the resource; many documents mean one elsewhere in the document.</summary>
    public SpecPlace? Anchor(SpecPlace? resource, string name)
    {
        if (_anchors.TryGetValue((resource?.Pointer.ToString() ?? "", name), out SpecPlace place))
        {
            return place;
        }

        foreach (KeyValuePair<(string Resource, string Name), SpecPlace> anchor in _anchors)
        {
            if (anchor.Key.Name == name)
            {
                return anchor.Value;
            }
        }

        return null;
    }

    /// <summary>The anchors that are asked for by a <c>$dynamicRef</c> within a resource.</summary>
    public HashSet<string> DynamicReferences(SpecPlace resource) =>
        _dynamicReferences.TryGetValue(resource.Pointer.ToString(), out HashSet<string>? names) ? names : [];

    public IEnumerable<KeyValuePair<string, SpecPlace>> DynamicAnchors(SpecPlace? resource)
    {
        string wanted = resource?.Pointer.ToString() ?? "";
        foreach ((string holder, string name, SpecPlace place) in _dynamicAnchors)
        {
            if (holder == wanted)
            {
                yield return new KeyValuePair<string, SpecPlace>(name, place);
            }
        }
    }

    /// <summary>By an <c>$id</c> as it is written, or as it is resolved against those around it.</summary>
    public SpecPlace? Id(string id) => _ids.TryGetValue(id, out SpecPlace place) ? place : null;

    /// <summary>The innermost schema around a place, or at it, that has an <c>$id</c>.</summary>
    public SpecPlace? Resource(SpecPlace place)
    {
        if (_resources.Count == 0)
        {
            return null;
        }

        for (SpecPointer? pointer = place.Pointer; pointer is not null; pointer = pointer.Parent)
        {
            if (_resources.TryGetValue(pointer.ToString(), out (SpecPlace Place, string? Base) resource))
            {
                return resource.Place;
            }
        }

        return null;
    }

    public string? BaseOf(SpecPlace resource) =>
        _resources.TryGetValue(resource.Pointer.ToString(), out (SpecPlace Place, string? Base) found) ? found.Base : null;

    private (string Resource, string? Base) NoteResource(SpecPlace place, string id, string? baseUri)
    {
        string? uri = SpecPath.ResolveUri(baseUri, id);
        string pointer = place.Pointer.ToString();
        _resources[pointer] = (place, uri ?? baseUri);
        foreach (string? name in (string?[])[id, uri])
        {
            if (name is not null && !_ids.ContainsKey(name))
            {
                _ids.Add(name, place);
            }
        }

        return (pointer, uri ?? baseUri);
    }

    private void NoteAnchors(SpecPlace place, string resource)
    {
        foreach (string keyword in (string[])["$anchor", "$dynamicAnchor"])
        {
            if (place.Node.StringMember(keyword) is { } anchor && !_anchors.ContainsKey((resource, anchor)))
            {
                _anchors.Add((resource, anchor), place);
            }
        }

        if (place.Node.StringMember("$dynamicAnchor") is { } dynamic)
        {
            _dynamicAnchors.Add((resource, dynamic, place));
        }

        if (place.Node.StringMember("$dynamicRef") is { } reference)
        {
            if (!_dynamicReferences.TryGetValue(resource, out HashSet<string>? names))
            {
                _dynamicReferences.Add(resource, names = new HashSet<string>(StringComparer.Ordinal));
            }

            names.Add(reference.Substring(reference.IndexOf('#') + 1));
        }
    }

    private static bool IsContainer(SpecPlace place) => place.IsObject || place.IsArray;
}
