using System.Collections.Generic;
using System.Text;

namespace Dari.Generator.Specs.References;

/// <summary>
/// Where a value stands, as a chain from the root. Its text, a JSON pointer, is made only when somebody asks: most
/// places of a document are never named in a message.
/// </summary>
internal sealed class SpecPointer
{
    private readonly string _segment;

    private SpecPointer(SpecPointer? parent, string segment)
    {
        Parent = parent;
        _segment = segment;
    }

    public SpecPointer? Parent { get; }

    /// <summary>The name of the member or the index of the item; for the root of another document its path.</summary>
    public string Segment => _segment;

    /// <param name="document">Empty for the document that is read, else the path of one that it refers to.</param>
    public static SpecPointer Root(string document) => new(null, document);

    public SpecPointer Child(string segment) => new(this, segment);

    /// <summary>Whether this is exactly two steps below the root, by these names.</summary>
    public bool Is(string first, string second) =>
        Parent?.Parent is { Parent: null } && Parent._segment == first && _segment == second;

    /// <summary>Whether this is exactly one step below the root, by this name.</summary>
    public bool Is(string name) => Parent is { Parent: null } && _segment == name;

    public override string ToString()
    {
        var segments = new Stack<string>();
        SpecPointer place = this;
        for (; place.Parent is { } parent; place = parent)
        {
            segments.Push(place._segment);
        }

        var text = new StringBuilder(place._segment).Append('#');
        foreach (string segment in segments)
        {
            text.Append('/').Append(segment.Replace("~", "~0").Replace("/", "~1"));
        }

        return text.ToString();
    }
}
