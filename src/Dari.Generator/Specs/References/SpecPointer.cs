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
        // Written from its end, where the chain begins.
        int length = 1;
        SpecPointer root = this;
        for (; root.Parent is { } parent; root = parent)
        {
            length += 1 + root._segment.Length + Escapes(root._segment);
        }

        char[] text = new char[root._segment.Length + length];
        int end = text.Length;
        for (SpecPointer place = this; place != root; place = place.Parent!)
        {
            end = WriteBefore(text, end, place._segment);
            text[--end] = '/';
        }

        text[--end] = '#';
        root._segment.CopyTo(0, text, 0, end);
        return new string(text);
    }

    private static int Escapes(string segment)
    {
        int count = 0;
        foreach (char character in segment)
        {
            count += character is '~' or '/' ? 1 : 0;
        }

        return count;
    }

    private static int WriteBefore(char[] text, int end, string segment)
    {
        for (int i = segment.Length - 1; i >= 0; i--)
        {
            char character = segment[i];
            if (character is '~' or '/')
            {
                // RFC 6901: "~" is "~0", "/" is "~1".
                text[--end] = character == '~' ? '0' : '1';
                character = '~';
            }

            text[--end] = character;
        }

        return end;
    }
}
