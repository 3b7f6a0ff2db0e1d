using System.Collections.Generic;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Doc comments from raw text. One of the doors through which text of the document may enter a template.</summary>
internal static class Docs
{
    /// <summary>Summary, remarks and <c>[Obsolete]</c> of a declaration; dropped where the document says nothing.</summary>
    public static Code For(DocsModel docs) => Lines.Stacked(Summary(docs.Summary), Remarks(docs.Remarks), Obsolete(docs));

    /// <summary>The same, with a text of ours where the document has no summary.</summary>
    public static Code For(DocsModel docs, string summary) =>
        Lines.Stacked(Summary(First(docs.Summary, summary)), Remarks(docs.Remarks), Obsolete(docs));

    /// <summary>The first text in which something stands.</summary>
    public static string First(string? first, string? second, string? third = null) =>
        HasText(first) ? first! : HasText(second) || third is null ? second! : third;

    public static bool HasText(string? text)
    {
        foreach (char character in text ?? "")
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }

    public static Code Summary(string? text) => Element("summary", "", text);

    public static Code Remarks(string? text) => Element("remarks", "", text);

    public static Code Returns(string? text) => Element("returns", "", text);

    public static Code Param(Identifier name, string text) => Element("param", " name=\"" + name.Plain + "\"", text);

    public static Code Obsolete(DocsModel docs) =>
        docs.Obsolete is { } message ? $"[Obsolete({Literal.String(Message(message))})]" : Code.Drop;

    /// <summary>A line comment: one line, whatever the text.</summary>
    public static Code Comment(string text) => $"// {Literal.Comment(DocText.OneLine(text))}";

    private static string Message(string message) => message.Length > 0 ? message : "The service says that this is deprecated.";

    private static Code Element(string name, string attributes, string? text)
    {
        List<string>? lines = text is null ? null : DocText.XmlLines(text);
        if (lines is null || lines.Count == 0)
        {
            return Code.Drop;
        }

        if (lines.Count == 1)
        {
            return Commented(["/// <" + name + attributes + ">" + lines[0] + "</" + name + ">"]);
        }

        var body = new List<string>(lines.Count + 2) { "/// <" + name + attributes + ">" };
        bool hasParagraphs = lines.Contains("");
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > 0)
            {
                body.Add("/// " + (hasParagraphs ? InParagraph(lines, i) : lines[i]));
            }
        }

        body.Add("/// </" + name + ">");
        return Commented(body);
    }

    // Paragraphs are parted by empty lines.
    private static string InParagraph(List<string> lines, int i)
    {
        bool isFirst = i == 0 || lines[i - 1].Length == 0;
        bool isLast = i + 1 == lines.Count || lines[i + 1].Length == 0;
        return (isFirst ? "<para>" : "") + lines[i] + (isLast ? "</para>" : "");
    }

    // A piece each: comments are a third of what is written.
    private static Code Commented(IReadOnlyList<string> lines)
    {
        var segments = new Segment[(2 * lines.Count) - 1];
        for (int i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                segments[(2 * i) - 1] = new Segment(SegmentKind.Template, "\n");
            }

            segments[2 * i] = new Segment(SegmentKind.Value, lines[i]);
        }

        return new Code(segments, segments.Length);
    }
}
