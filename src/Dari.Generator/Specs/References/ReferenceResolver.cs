using System;
using System.Collections.Generic;

namespace Dari.Generator.Specs.References;

/// <summary>Finds what a <c>$ref</c> names. It follows one step and reports nothing; the caller knows what was expected.</summary>
internal sealed class ReferenceResolver(ISpecLibrary? library)
{
    private readonly JsonPointer _pointers = new();
    private readonly Dictionary<(SpecFile File, string Reference), SpecPlace?> _resolved = [];
    private readonly Dictionary<SpecFile, AnchorIndex> _anchors = [];

    public SpecPlace? Resolve(SpecFile from, string reference)
    {
        if (!_resolved.TryGetValue((from, reference), out SpecPlace? target))
        {
            target = Find(from, reference);
            _resolved.Add((from, reference), target);
        }

        return target;
    }

    private SpecPlace? Find(SpecFile from, string reference)
    {
        int hash = reference.IndexOf('#');
        string document = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        if (document.Length == 0)
        {
            // An empty reference would mean the whole document, which is nobody's intention.
            return reference.Length == 0 ? null : Within(from.RootPlace, fragment);
        }

        if (Anchors(from).Id(document) is { } named)
        {
            return Within(named, fragment);
        }

        return library?.Find(from, document) is { } other ? Within(other.RootPlace, fragment) : null;
    }

    private SpecPlace? Within(SpecPlace root, string fragment)
    {
        string decoded = JsonPointer.Decode(fragment);
        if (decoded.Length > 0 && decoded[0] != '/')
        {
            return Anchors(root.File).Anchor(decoded);
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
