namespace Dari.Review.Reports;

/// <summary>Lines of a document or of code, with their numbers and one of them marked.</summary>
internal static class HtmlCode
{
    private const int MaxLine = 400;

    public static Html Lines(IEnumerable<CodeLine> lines, int marked)
    {
        CodeLine[] all = [.. lines];
        int margin = all.Where(line => line.Text.Trim().Length > 0).Select(Margin).DefaultIfEmpty(0).Min();
        return Html.Of($"<pre>{Html.Join(all.Select(line => Line(line, margin, line.Number == marked)))}</pre>");
    }

    private static Html Line(CodeLine line, int margin, bool isMarked)
    {
        string text = line.Text.Length > margin ? line.Text[margin..] : "";
        string shown = text.Length > MaxLine ? text[..MaxLine] + "…" : text;
        return Html.Of($"<span class=\"{(isMarked ? "line it" : "line")}\"><i>{line.Number}</i><span>{shown}</span>\n</span>");
    }

    private static int Margin(CodeLine line) => line.Text.Length - line.Text.TrimStart(' ').Length;
}
