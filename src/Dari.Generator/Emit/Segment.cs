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

/// <summary>A piece of <see cref="Code"/>.</summary>
internal readonly struct Segment
{
    public Segment(SegmentKind kind, string text) => (Kind, Text) = (kind, text);

    public Segment(Code nested) => (Kind, Text, Nested) = (SegmentKind.Nested, "", nested);

    public SegmentKind Kind { get; }

    public string Text { get; }

    public Code Nested { get; }
}
