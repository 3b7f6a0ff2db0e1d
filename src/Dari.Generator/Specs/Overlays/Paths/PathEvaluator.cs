using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>Finds the values of a tree that a query selects, in the order of the tree (RFC 9535, 2.1.2).</summary>
internal sealed class PathEvaluator
{
    /// <summary>Values looked at for one query; <c>$..*..*..*</c> over a large document would look at more without end.</summary>
    private const int MaxSteps = 20_000_000;

    private readonly PathMatch _root;
    private readonly FilterEvaluator _filters;
    private int _steps;

    private PathEvaluator(SpecNode root)
    {
        _root = new PathMatch(null, null, 0, root);
        _filters = new FilterEvaluator(this);
    }

    /// <exception cref="JsonPathException">It would take too long.</exception>
    public static IReadOnlyList<PathMatch> Select(SpecNode root, JsonPath path)
    {
        var evaluator = new PathEvaluator(root);
        return evaluator.Select(path, evaluator._root);
    }

    public List<PathMatch> Select(JsonPath path, PathMatch current)
    {
        List<PathMatch> matches = [path.IsRelative ? current : _root];
        foreach (PathSegment segment in path.Segments)
        {
            var selected = new List<PathMatch>();
            foreach (PathMatch match in segment.IsDescendant ? matches.SelectMany(Descend) : matches)
            {
                foreach (PathSelector selector in segment.Selectors)
                {
                    foreach (PathMatch found in Select(selector, match))
                    {
                        Count();
                        selected.Add(found);
                    }
                }
            }

            matches = selected;
        }

        return matches;
    }

    public void Count()
    {
        if (++_steps > MaxSteps)
        {
            throw new JsonPathException("it looks at more than 20 million values");
        }
    }

    private IEnumerable<PathMatch> Select(PathSelector selector, PathMatch match)
    {
        switch (selector)
        {
            case NameSelector name:
                return match.Node.Member(name.Name) is { } member ? [new PathMatch(match, name.Name, 0, member)] : [];
            case WildcardSelector:
                return Children(match);
            case IndexSelector index:
                long at = index.Index < 0 ? match.Node.Items.Length + index.Index : index.Index;
                return at >= 0 && at < match.Node.Items.Length ? [Item(match, (int)at)] : [];
            case SliceSelector slice:
                return Slice(slice, match);
            case FilterSelector filter:
                return Children(match).Where(child => _filters.Holds(filter.Condition, child));
            default:
                throw new InvalidOperationException(selector.GetType().Name);
        }
    }

    /// <summary>RFC 9535, 2.3.4.2.2.</summary>
    private static IEnumerable<PathMatch> Slice(SliceSelector slice, PathMatch match)
    {
        long length = match.Node.Items.Length;
        long step = slice.Step;
        if (step == 0 || length == 0)
        {
            yield break;
        }

        long Bounded(long? value, long otherwise, long low, long high) =>
            value is { } given ? Math.Min(Math.Max(given < 0 ? length + given : given, low), high) : otherwise;

        if (step > 0)
        {
            long end = Bounded(slice.End, length, 0, length);
            for (long i = Bounded(slice.Start, 0, 0, length); i < end; i += step)
            {
                yield return Item(match, (int)i);
            }
        }
        else
        {
            long end = Bounded(slice.End, -1, -1, length - 1);
            for (long i = Bounded(slice.Start, length - 1, -1, length - 1); i > end; i += step)
            {
                yield return Item(match, (int)i);
            }
        }
    }

    /// <summary>A value and all that it holds, each before what it holds itself.</summary>
    private IEnumerable<PathMatch> Descend(PathMatch match)
    {
        var open = new Stack<PathMatch>();
        open.Push(match);
        while (open.Count > 0)
        {
            PathMatch current = open.Pop();
            Count();
            yield return current;
            foreach (PathMatch child in Children(current).Reverse())
            {
                open.Push(child);
            }
        }
    }

    private IEnumerable<PathMatch> Children(PathMatch match)
    {
        foreach (SpecMember member in match.Node.Members)
        {
            Count();
            yield return new PathMatch(match, member.Name, 0, member.Value);
        }

        for (int i = 0; i < match.Node.Items.Length; i++)
        {
            Count();
            yield return Item(match, i);
        }
    }

    private static PathMatch Item(PathMatch match, int index) => new(match, null, index, match.Node.Items[index]);
}
