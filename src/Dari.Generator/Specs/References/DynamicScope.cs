using System;
using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Specs.References;

/// <summary>
/// What <c>$dynamicRef</c> means within a schema, for one of those who refer to it (JSON Schema 2020-12, 8.2.3.2). So a
/// generic list, whose items are a <c>$dynamicRef</c>, is a list of pets for whoever says that its items are pets.
/// </summary>
internal sealed class DynamicScope
{
    private readonly Dictionary<string, SpecPlace> _anchors;

    private DynamicScope(SpecPlace resource, Dictionary<string, SpecPlace> anchors)
    {
        Resource = resource;
        _anchors = anchors;
        Key = string.Join("\n", anchors.OrderBy(anchor => anchor.Key, StringComparer.Ordinal).Select(anchor => anchor.Key + " " + anchor.Value.Pointer));
    }

    /// <summary>The schema with an <c>$id</c> within which this holds.</summary>
    public SpecPlace Resource { get; }

    /// <summary>The same for scopes that mean the same.</summary>
    public string Key { get; }

    /// <summary>The scope in which a reference is read, or <see langword="null"/> where it makes no difference.</summary>
    /// <param name="references">Knows the anchors.</param>
    /// <param name="outer">In which the schema stands that refers; what is outermost holds.</param>
    /// <param name="from">The schema that refers.</param>
    /// <param name="target">What it refers to.</param>
    public static DynamicScope? Enter(ReferenceResolver references, DynamicScope? outer, SpecPlace from, SpecPlace target)
    {
        if (references.Resource(target) is not { } resource)
        {
            return null;
        }

        HashSet<string> wanted = references.DynamicReferences(resource);
        if (wanted.Count == 0)
        {
            return null;
        }

        var anchors = new Dictionary<string, SpecPlace>(StringComparer.Ordinal);
        IEnumerable<KeyValuePair<string, SpecPlace>> known = outer?._anchors ?? Enumerable.Empty<KeyValuePair<string, SpecPlace>>();
        foreach (KeyValuePair<string, SpecPlace> anchor in known.Concat(references.DynamicAnchors(from)))
        {
            if (wanted.Contains(anchor.Key) && !anchors.ContainsKey(anchor.Key))
            {
                anchors.Add(anchor.Key, anchor.Value);
            }
        }

        return anchors.Count == 0 ? null : new DynamicScope(resource, anchors);
    }

    public SpecPlace? Anchor(string name) => _anchors.TryGetValue(name, out SpecPlace place) ? place : null;
}
