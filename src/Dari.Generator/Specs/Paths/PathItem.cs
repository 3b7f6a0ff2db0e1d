using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;

namespace Dari.Generator.Specs.Paths;

/// <summary>A path item, together with the one that it refers to: what it says itself wins.</summary>
internal sealed class PathItem
{
    private static readonly HashSet<string> Methods =
        ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];


    private readonly IReadOnlyList<SpecPlace> _layers;

    private PathItem(IReadOnlyList<SpecPlace> layers) => _layers = layers;

    public static PathItem? Read(ReadContext context, SpecPlace place)
    {
        if (!context.ExpectObject(place, "a path item"))
        {
            return null;
        }

        if (place.Member("$ref") is null)
        {
            return new PathItem([place]);
        }

        return context.Follow(place, "a path item", hasSiblings: true) is { } target ? new PathItem([place, target]) : new PathItem([place]);
    }

    /// <summary>The nearest mention of a member such as <c>parameters</c>.</summary>
    public SpecPlace? Member(string name)
    {
        foreach (SpecPlace layer in _layers)
        {
            if (layer.Member(name) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The nearest place that has a member of this name.</summary>
    public SpecPlace Holder(string name)
    {
        foreach (SpecPlace layer in _layers)
        {
            if (layer.Member(name) is not null)
            {
                return layer;
            }
        }

        return _layers[0];
    }

    /// <summary>In document order, each method once.</summary>
    public IEnumerable<(string Method, SpecPlace Operation)> Operations(ReadContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, SpecPlace place) in _layers.SelectMany(layer => layer.Members))
        {
            if (name == "additionalOperations" && place.IsObject)
            {
                foreach ((string method, SpecPlace operation) in place.Members)
                {
                    if (seen.Add(method))
                    {
                        yield return (method, operation);
                    }
                }
            }
            else if (Methods.Contains(name.ToLowerInvariant()) && place.Node.Kind != Syntax.SpecNodeKind.Null)
            {
                string method = name.ToUpperInvariant();
                if (!seen.Add(method))
                {
                    continue;
                }

                if (!Methods.Contains(name))
                {
                    context.ReportLeniency(place, "under '" + name.ToLowerInvariant() + "'", "'" + name + "'", "that");
                }

                yield return (method, place);
            }
        }
    }
}
