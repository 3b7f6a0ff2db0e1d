using System.Collections.Generic;

namespace Dari.Generator.Specs.Paths;

/// <summary>The holes of a path such as <c>/pets/{id}.json</c>.</summary>
internal static class PathTemplate
{
    private static readonly char[] QueryMarks = ['?', '#'];
    private static readonly char[] Operators = ['+', '#', '.', '/', ';', '?', '&', '*'];
    private static readonly char[] Modifiers = ['*', '+', '?'];

    public static IReadOnlyList<PathHole> Holes(string path)
    {
        var holes = new List<PathHole>();
        int query = path.IndexOfAny(QueryMarks);
        int open = path.IndexOf('{');
        while (open >= 0)
        {
            int close = path.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            string text = path.Substring(open + 1, close - open - 1);
            if (text.Length > 0)
            {
                holes.Add(new PathHole(text, NameIn(text), IsInPath: query < 0 || open < query));
            }

            open = path.IndexOf('{', close);
        }

        return holes;
    }

    /// <summary>
    /// Frameworks write <c>{+name}</c>, <c>{name*}</c>, <c>{name+}</c> and <c>{id:\d+}</c>; the parameter is called by
    /// the word alone.
    /// </summary>
    private static string NameIn(string hole)
    {
        int constraint = hole.IndexOf(':');
        string name = constraint > 0 ? hole.Substring(0, constraint) : hole;
        name = name.TrimStart(Operators).TrimEnd(Modifiers);
        return name.Length == 0 ? hole : name;
    }
}
