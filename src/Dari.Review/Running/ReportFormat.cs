using Dari.Review.Reports;

namespace Dari.Review.Running;

internal enum ReportFormat
{
    Text,
    Json,
    Html,
    Markdown,
}

/// <summary>Finds the writer of each form.</summary>
internal static class ReportWriter
{
    public static void Write(TextWriter output, ReviewReport report, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonReport.Write(output, report);
                break;
            case ReportFormat.Html:
                HtmlReport.Write(output, report.Title, [report]);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(output, report);
                break;
            default:
                TextReport.Write(output, report);
                break;
        }
    }
}
