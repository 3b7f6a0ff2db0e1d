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
internal struct Code
{
    /// <summary>The line that holds only this vanishes.</summary>
    public static readonly Code Drop = new([new Segment(SegmentKind.Drop, "")], 1);

    private Segment[]? _segments;
    private int _count;

    public Code(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _segments = new Segment[(2 * formattedCount) + 1];
        _count = 0;
    }

    public Code(Segment[] segments, int count) => (_segments, _count) = (segments, count);

    public static Code Empty => default;

    public readonly ReadOnlySpan<Segment> Segments => new(_segments, 0, _count);

    public readonly bool IsDrop => _count == 1 && _segments![0].Kind == SegmentKind.Drop;

    public readonly bool IsEmpty => _count == 0;

    /// <summary>For what a <c>?:</c> between two templates cannot say: it would make strings of them.</summary>
    public static Code When(bool condition, Code code) => condition ? code : Empty;

    public static Code Either(bool condition, Code code, Code otherwise) => condition ? code : otherwise;

    /// <summary>For a line of its own.</summary>
    public static Code LineWhen(bool condition, Code code) => condition ? code : Drop;

    public static Code Join(string separator, IEnumerable<Code> parts)
    {
        var all = default(Code);
        Code only = Drop;
        int count = 0;
        foreach (Code part in parts)
        {
            if (part.IsDrop || part.IsEmpty)
            {
                continue;
            }

            if (count == 0)
            {
                // Most often nothing follows.
                only = part;
            }
            else
            {
                if (count == 1)
                {
                    all.AppendFormatted(only);
                }

                if (separator.Length > 0)
                {
                    all.Add(new Segment(SegmentKind.Template, separator));
                }

                all.AppendFormatted(part);
            }

            count++;
        }

        return count < 2 ? only : all;
    }

    public void AppendLiteral(string literal) => Add(new Segment(SegmentKind.Template, literal));

    public void AppendFormatted(Identifier name) => Add(new Segment(SegmentKind.Value, name.Text));

    public void AppendFormatted(CSharpType type) => AppendFormatted(type.Code);

    public void AppendFormatted(Literal literal) => Add(new Segment(SegmentKind.Value, literal.Text));

    public void AppendFormatted(int number) => Add(new Segment(SegmentKind.Value, number.ToString(CultureInfo.InvariantCulture)));

    public void AppendFormatted(Code nested)
    {
        if (nested._count == 1 && nested._segments![0].Kind != SegmentKind.Template)
        {
            // Without a line break of its own it needs no margin of its own.
            Add(nested._segments[0]);
        }
        else if (nested._count > 0)
        {
            Add(new Segment(nested._segments!, nested._count));
        }
    }

    [Obsolete("Wrap text of the document in Identifier, Literal or Docs first.", error: true)]
    public void AppendFormatted(string value) => throw new NotSupportedException(value);

    private void Add(Segment segment)
    {
        if (_segments is null || _count == _segments.Length)
        {
            Array.Resize(ref _segments, Math.Max(4, 2 * _count));
        }

        _segments[_count++] = segment;
    }
}
