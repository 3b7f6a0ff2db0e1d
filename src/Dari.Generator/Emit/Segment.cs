using System.Runtime.InteropServices;

namespace Dari.Generator.Emit;

internal enum SegmentKind
{
    /// <summary>Written in a template: names of the framework in it are resolved.</summary>
    Template,

    /// <summary>Came through a hole as a name, a literal or a comment: stays as it is. Never has line breaks.</summary>
    Value,

    /// <summary>Other code, which keeps the margin of the line it stands on.</summary>
    Nested,

    /// <summary>Makes the line vanish if nothing else stands on it.</summary>
    Drop,
}

/// <summary>A piece of <see cref="Code"/>. There are millions in a large document, so it is two words.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Segment
{
    private readonly object _content;
    private readonly int _count;

    public Segment(SegmentKind kind, string text) => (Kind, _content) = (kind, text);

    public Segment(Segment[] nested, int count) => (Kind, _content, _count) = (SegmentKind.Nested, nested, count);

    public SegmentKind Kind { get; }

    public string Text => (string)_content;

    public Code Nested => new((Segment[])_content, _count);
}
