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
        Lines.Stacked(Summary(docs.Summary ?? summary), Remarks(docs.Remarks), Obsolete(docs));

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

    private static IEnumerable<string> Paragraphs(IReadOnlyList<string> lines)
    {
        yield return "<para>";
        foreach (string line in lines)
        {
            if (line.Length > 0)
            {
                yield return line;
                continue;
            }

            yield return "</para>";
            yield return "<para>";
        }

        yield return "</para>";
    }

    private static Code Line(string xml) => $"/// {Literal.Comment(xml)}";
}
