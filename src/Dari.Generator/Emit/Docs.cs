using System.Collections.Generic;
using System.Linq;
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
    public static string First(params string?[] texts) => texts.First(HasText)!;

    public static bool HasText(string? text) =>
        text is not null && text.Any(character => !char.IsWhiteSpace(character) && !char.IsControl(character));

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
        IReadOnlyList<string> lines = text is null ? [] : DocText.XmlLines(text);
        if (lines.Count == 0)
        {
            return Code.Drop;
        }

        string open = "<" + name + attributes + ">";
        string close = "</" + name + ">";
        if (lines.Count == 1)
        {
            return Line(open + lines[0] + close);
        }

        IEnumerable<string> body = lines.Contains("") ? Paragraphs(lines) : lines;
        return Lines.Stacked(new[] { open }.Concat(body).Concat([close]).Select(Line));
    }

    // Parted by empty lines.
    private static IEnumerable<string> Paragraphs(IReadOnlyList<string> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > 0)
            {
                bool isFirst = i == 0 || lines[i - 1].Length == 0;
                bool isLast = i + 1 == lines.Count || lines[i + 1].Length == 0;
                yield return (isFirst ? "<para>" : "") + lines[i] + (isLast ? "</para>" : "");
            }
        }
    }

    private static Code Line(string xml) => $"/// {Literal.Comment(xml)}";
}
