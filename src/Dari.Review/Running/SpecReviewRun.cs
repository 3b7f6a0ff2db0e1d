using Dari.Generator.Review;
using Dari.Generator.Review.Locks;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;
using Dari.Review.Documents;
using Dari.Review.Projects;
using Dari.Review.Reports;

namespace Dari.Review.Running;

/// <summary><c>dari spec review [PROJECT]</c>.</summary>
internal sealed class SpecReviewRun(TextWriter output, TextWriter errors)
{
    /// <summary>Where the report goes as HTML; <see langword="null"/>: nowhere.</summary>
    public string? HtmlPath { get; init; }

    /// <summary>Whether the documents are accepted as they are.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Whether the project is compiled to find its lines that break.</summary>
    public bool HasCallers { get; init; } = true;

    /// <returns>The exit code, out of <see cref="SpecExit"/>: 1 when something is pending.</returns>
    public async Task<int> RunAsync(string project, CancellationToken cancellationToken)
    {
        try
        {
            ReviewedProject found = await ReviewedProject.ReadAsync(project, cancellationToken);
            if (found.Documents.Count == 0)
            {
                output.Write("No OpenApiSpec item of '" + found.Path + "' has a Lock.\n");
                return SpecExit.Ok;
            }

            var reviewed = found.Documents.Select(document => ReviewedDocument.Read(document, cancellationToken)).ToList();
            if (reviewed.Where(document => document.File.Version is null).ToList() is { Count: > 0 } broken)
            {
                ProblemText.Write(errors, broken.SelectMany(document => document.File.Errors));
                return SpecExit.Unreadable;
            }

            int places = await TellAsync(found, reviewed, cancellationToken);
            return IsApproved ? Approve(reviewed, places) : Conclude(reviewed);
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return SpecExit.Unreadable;
        }
    }

    /// <returns>How many places of the project's code break.</returns>
    private async Task<int> TellAsync(ReviewedProject project, List<ReviewedDocument> documents, CancellationToken cancellationToken)
    {
        bool breaks = documents.Exists(document => document.Diff?.Count(Level.Breaking) > 0);
        CallerLines callers = HasCallers && breaks ? await BrokenCallers.FindAsync(project, documents, cancellationToken) : CallerLines.None;
        var reports = new List<ReviewReport>();
        string folder = Path.GetDirectoryName(project.Path)!;
        foreach (ReviewedDocument document in documents)
        {
            output.Write(SurfaceLine.OnOneLine(document.Document.Name) + "\n\n");
            if (document.Diff is not { } diff)
            {
                output.Write("It has no lock yet.\n\n");
                continue;
            }

            var report = new ReviewReport(document.Document.Name, diff, [], Texts.Of(document.Document.Request))
            {
                Callers = [.. callers.All.Where(caller => document.Breaks(caller.Reason))],
                Paths = new ReportPaths(folder, HtmlPath is null ? null : Path.GetDirectoryName(Path.GetFullPath(HtmlPath))),
            };
            reports.Add(report);
            TextReport.Write(output, report);
            output.Write("\n");
        }

        if (callers.IsPartial)
        {
            output.Write("The compiler missed a name and may have stopped at declarations, so other lines may break as well: "
                + "mend these and run 'dari spec review' again.\n");
        }

        if (HtmlPath is not null)
        {
            using var html = new StringWriter();
            HtmlReport.Write(html, Path.GetFileNameWithoutExtension(project.Path), reports);
            WholeFile.Write(HtmlPath, html.ToString());
            output.Write("The report is in " + HtmlPath + ".\n");
        }

        return callers.All.Count;
    }

    private int Conclude(List<ReviewedDocument> documents)
    {
        if (documents.Exists(document => document.IsPending))
        {
            output.Write("'dari spec review --approve' accepts the documents as they are.\n");
            return SpecExit.Failed;
        }

        output.Write("Nothing is pending.\n");
        return SpecExit.Ok;
    }

    private int Approve(List<ReviewedDocument> documents, int places)
    {
        foreach ((LockedDocument document, DocumentFile file, _) in documents)
        {
            SpecVersion version = file.Version!;
            WholeFile.Write(document.LockPath, LockText.Write(SpecLock.Of(version, Path.GetFileName(document.Path))));
            WholeFile.Write(document.SurfacePath, SurfaceWriter.Text(version.Surface));
            output.Write("Approved " + document.Name + ": its lock is " + Shown(document.LockPath) + ", its surface file " + Shown(document.SurfacePath) + ".\n");
        }

        if (places > 0)
        {
            output.Write("The code still breaks in " + (places == 1 ? "1 place" : places + " places") + ": from now on only the compiler names them.\n");
        }

        return SpecExit.Ok;
    }

    private static string Shown(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);
}
