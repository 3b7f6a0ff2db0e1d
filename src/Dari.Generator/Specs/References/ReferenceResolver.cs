using System;
using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Specs.References;

/// <summary>Finds what a <c>$ref</c> names. It follows one step and reports nothing; the caller knows what was expected.</summary>
internal sealed class ReferenceResolver(SpecLibrary library)
{
    private readonly JsonPointer _pointers = new();
    private readonly Dictionary<(SpecFile File, string Base, string Reference), SpecPlace?> _resolved = [];
    private readonly Dictionary<SpecFile, AnchorIndex> _anchors = [];

    /// <summary>The document itself, from which all references start.</summary>
    public SpecFile Main => library.Main;

    /// <param name="from">The object that holds the reference, or the reference itself.</param>
    /// <param name="reference">As written.</param>
    public SpecPlace? Resolve(SpecPlace from, string reference)
    {
        // The base only matters where schemas within the document have an $id, so others share what they look up.
        SpecPlace? resource = Resource(from);
        string scope = resource?.Pointer.ToString() ?? "";
        if (!_resolved.TryGetValue((from.File, scope, reference), out SpecPlace? target))
        {
            target = Find(from.File, resource, reference);
            _resolved.Add((from.File, scope, reference), target);
        }

        return target;
    }

    /// <summary>The schema with an <c>$id</c> of its own around a place; <see langword="null"/> where that is the document.</summary>
    public SpecPlace? Resource(SpecPlace place) => place.File.MayHaveIds ? Anchors(place.File).Resource(place) : null;

    /// <summary>The <c>$dynamicAnchor</c>s of the resource around a place.</summary>
    public IEnumerable<KeyValuePair<string, SpecPlace>> DynamicAnchors(SpecPlace place) =>
        place.File.MayHaveIds ? Anchors(place.File).DynamicAnchors(Resource(place)) : [];

    /// <summary>The anchors that are asked for by a <c>$dynamicRef</c> within a resource.</summary>
    public HashSet<string> DynamicReferences(SpecPlace resource) => Anchors(resource.File).DynamicReferences(resource);

    private SpecPlace? Find(SpecFile from, SpecPlace? resource, string reference)
    {
        int hash = reference.IndexOf('#');
        string document = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (document.Length == 0)
        {
            // An empty reference would mean the whole document, which is nobody's intention.
            return reference.Length == 0 ? null
                : (resource is { } inner ? Within(inner, inner, fragment) : null) ?? Within(from.RootPlace, null, fragment);
        }

        string? baseUri = resource is { } holder ? Anchors(from).BaseOf(holder) : from.Identity;
        return ById(from, document, baseUri) is { } named
            ? Within(named, named, fragment)
            : library.Find(from, document) is { } other ? Within(other.RootPlace, null, fragment) : null;
    }

    /// <summary>A schema by its <c>$id</c>: in the same document as it is written or resolved, in another one by its full URI.</summary>
    private SpecPlace? ById(SpecFile from, string document, string? baseUri)
    {
        string? uri = SpecPath.ResolveUri(baseUri, document);
        if (Anchors(from).Id(document) is { } asWritten)
        {
            return asWritten;
        }

        return uri is null
            ? null
            : library.Files.Select(file => Anchors(file).Id(uri)).FirstOrDefault(place => place is not null);
    }

    private SpecPlace? Within(SpecPlace root, SpecPlace? resource, string fragment)
    {
        string decoded = JsonPointer.Decode(fragment);
        if (decoded.Length > 0 && decoded[0] != '/')
        {
            return Anchors(root.File).Anchor(resource, decoded);
        }

        SpecPlace? target = _pointers.Follow(root, decoded);

        // A name that itself holds a percent sign is often written without escaping it.
        return target is null && !string.Equals(decoded, fragment, StringComparison.Ordinal)
            ? _pointers.Follow(root, fragment)
            : target;
    }

    private AnchorIndex Anchors(SpecFile file)
    {
        if (!_anchors.TryGetValue(file, out AnchorIndex? index))
        {
            index = new AnchorIndex(file);
            _anchors.Add(file, index);
        }

        return index;
    }
}
