using System.Collections.Generic;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>Reads the text of a JSONPath query by the grammar of RFC 9535.</summary>
internal sealed class JsonPathReader
{
    /// <summary>Filters within filters and parentheses; the reader recurses.</summary>
    private const int MaxDepth = 32;

    private readonly PathCursor _cursor;
    private readonly FilterReader _filters;
    private int _depth;

    private JsonPathReader(string text)
    {
        _cursor = new PathCursor(text);
        _filters = new FilterReader(_cursor, this);
    }

    /// <exception cref="JsonPathException">The text is no query; the message says what was expected where.</exception>
    public static JsonPath Read(string text)
    {
        var reader = new JsonPathReader(text);
        if (reader._cursor.Current != '$')
        {
            throw reader._cursor.Expected("'$'");
        }

        JsonPath path = reader.ReadPath();
        return reader._cursor.AtEnd ? path : throw reader._cursor.Expected("'.', '[' or the end");
    }

    /// <summary>From <c>$</c> or <c>@</c> on.</summary>
    public JsonPath ReadPath()
    {
        bool isRelative = _cursor.Current == '@';
        _cursor.Position++;
        var segments = new List<PathSegment>();
        while (true)
        {
            int before = _cursor.Position;
            _cursor.SkipBlanks();
            if (_cursor.Current is not ('.' or '['))
            {
                // Blanks behind a query are not its own.
                _cursor.Position = before;
                return new JsonPath(isRelative, segments);
            }

            segments.Add(ReadSegment());
        }
    }

    /// <exception cref="JsonPathException">It nests too deeply.</exception>
    public void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new JsonPathException("it nests deeper than 32 levels");
        }
    }

    public void Leave() => _depth--;

    private PathSegment ReadSegment()
    {
        if (_cursor.Current == '[')
        {
            return new PathSegment(IsDescendant: false, ReadBrackets());
        }

        bool isDescendant = _cursor.TryTake("..");
        if (!isDescendant)
        {
            _cursor.Take(".");
        }
        else if (_cursor.Current == '[')
        {
            return new PathSegment(IsDescendant: true, ReadBrackets());
        }

        if (_cursor.TryTake("*"))
        {
            return new PathSegment(isDescendant, [new WildcardSelector()]);
        }

        return PathLiterals.ShortName(_cursor) is { } name
            ? new PathSegment(isDescendant, [new NameSelector(name)])
            : throw _cursor.Expected("a name, '*' or '['; other names are written ['so']");
    }

    private List<PathSelector> ReadBrackets()
    {
        _cursor.Take("[");
        var selectors = new List<PathSelector>();
        do
        {
            _cursor.SkipBlanks();
            selectors.Add(ReadSelector());
            _cursor.SkipBlanks();
        }
        while (_cursor.TryTake(","));

        _cursor.Take("]");
        return selectors;
    }

    private PathSelector ReadSelector()
    {
        if (_cursor.Current is '"' or '\'')
        {
            return new NameSelector(PathLiterals.QuotedText(_cursor));
        }

        if (_cursor.TryTake("*"))
        {
            return new WildcardSelector();
        }

        if (_cursor.TryTake("?"))
        {
            return new FilterSelector(_filters.ReadCondition());
        }

        long? first = PathLiterals.Integer(_cursor);
        int before = _cursor.Position;
        _cursor.SkipBlanks();
        if (_cursor.TryTake(":"))
        {
            return ReadSlice(first);
        }

        _cursor.Position = before;
        return first is { } index ? new IndexSelector(index) : throw _cursor.Expected("a name in quotes, an index, '*' or '?'");
    }

    private SliceSelector ReadSlice(long? start)
    {
        _cursor.SkipBlanks();
        long? end = PathLiterals.Integer(_cursor);
        _cursor.SkipBlanks();
        long? step = null;
        if (_cursor.TryTake(":"))
        {
            _cursor.SkipBlanks();
            step = PathLiterals.Integer(_cursor);
        }

        return new SliceSelector(start, end, step ?? 1);
    }
}
