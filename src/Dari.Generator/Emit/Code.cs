using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>
/// A template: an interpolated string whose holes take only what is C# already. Nested code keeps the margin of the line
/// that its hole stands on. It is kept in pieces, so that nothing is copied before <see cref="FileText"/> writes it.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Code
{
    /// <summary>The line that holds only this vanishes.</summary>
    public static readonly Code Drop = new([new Segment(SegmentKind.Drop, "")]);

    private static readonly IReadOnlyList<Segment> None = [];

    private readonly List<Segment>? _segments;

    public Code(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _segments = new List<Segment>((2 * formattedCount) + 1);
    }

    private Code(List<Segment> segments) => _segments = segments;

    public static Code Empty => default;

    public IReadOnlyList<Segment> Segments => _segments ?? None;

    public bool IsDrop => _segments is { Count: 1 } && _segments[0].Kind == SegmentKind.Drop;

    public bool IsEmpty => _segments is null || _segments.Count == 0;

    /// <summary>For what a <c>?:</c> between two templates cannot say: it would make strings of them.</summary>
    public static Code When(bool condition, Code code) => condition ? code : Empty;

    public static Code Either(bool condition, Code code, Code otherwise) => condition ? code : otherwise;

    /// <summary>For a line of its own.</summary>
    public static Code LineWhen(bool condition, Code code) => condition ? code : Drop;

    public static Code Join(string separator, IEnumerable<Code> parts)
    {
        var all = new List<Segment>();
        foreach (Code part in parts)
        {
            if (part.IsDrop || part.IsEmpty)
            {
                continue;
            }

            if (all.Count > 0 && separator.Length > 0)
            {
                all.Add(new Segment(SegmentKind.Template, separator));
            }

            all.Add(new Segment(part));
        }

        return all.Count == 0 ? Drop : new Code(all);
    }

    public void AppendLiteral(string literal) => Add(SegmentKind.Template, literal);

    public void AppendFormatted(Identifier name) => Add(SegmentKind.Value, name.Text);

    public void AppendFormatted(CSharpType type) => AppendFormatted(type.Code);

    public void AppendFormatted(Literal literal) => Add(SegmentKind.Value, literal.Text);

    public void AppendFormatted(int number) => Add(SegmentKind.Value, number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Code nested)
    {
        if (!nested.IsEmpty)
        {
            _segments!.Add(new Segment(nested));
        }
    }

    [Obsolete("Wrap text of the document in Identifier, Literal or Docs first.", error: true)]
    public void AppendFormatted(string value) => throw new NotSupportedException(value);

    private void Add(SegmentKind kind, string text) => _segments!.Add(new Segment(kind, text));
}
