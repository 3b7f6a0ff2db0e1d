using Dari.Generator.Review;
using Dari.Generator.Review.Locks;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;
using Dari.Generator.Specs.Syntax;
using Dari.Review.Documents;
using Dari.Review.Projects;
using Dari.Review.Reports;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Review.Running;

/// <summary><c>dari spec review [PROJECT]</c>.</summary>
internal sealed class SpecReviewRun(TextWriter output, TextWriter errors)
{
    /// <summary>Where the report goes as HTML; <see langword="null"/>: nowhere.</summary>
    public string? HtmlPath { get; init; }

    /// <summary>Whether the documents are accepted as they are.</summary>
    public bool IsApproved { get; init; }

    /// <summary>Whether the project is built to find its lines that break.</summary>
    public bool HasCallers { get; init; } = true;

    /// <returns>The exit code: 0 when nothing is pending or all is approved, 1 when something is, 2 when something cannot be read.</returns>
    public async Task<int> RunAsync(string project, CancellationToken cancellationToken)
    {
        try
        {
            ReviewedProject found = await ReviewedProject.ReadAsync(project, cancellationToken);
            if (found.Documents.Count == 0)
            {
                output.Write("No OpenApiSpec item of '" + found.Path + "' has a Lock.\n");
                return 0;
            }

            return await ReviewAsync(found, cancellationToken);
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return SpecDiffRun.Unreadable;
        }
    }

    private async Task<int> ReviewAsync(ReviewedProject project, CancellationToken cancellationToken)
    {
        var reports = new List<ReviewReport>();
        var files = new List<(LockedDocument Document, DocumentFile File)>();
        bool isPending = false;
        foreach (LockedDocument document in project.Documents)
        {
            DocumentFile file = DocumentFile.Read(document.Path, document.Options, cancellationToken);
            if (file.Version is not { } version)
            {
                foreach (Diagnostic problem in file.Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error))
                {
                    errors.WriteLine(problem.ToString());
                }

                return SpecDiffRun.Unreadable;
            }

            files.Add((document, file));
            SpecVersion? approved = Approved(document, cancellationToken);
            if (approved is null)
            {
                output.Write(document.Name + " has no lock yet.\n");
                isPending = true;
                continue;
            }

            var diff = SpecDiff.Compare(approved, version, cancellationToken);
            isPending |= !diff.IsEmpty;
            reports.Add(new ReviewReport(document.Name, diff, null, file.Source, []));
        }

        if (HasCallers && reports.Exists(report => report.Diff.Changes.Any(change => change.Level == Level.Breaking)))
        {
            IReadOnlyList<CallerLine> callers = await BrokenCallers.FindAsync(project.Path, cancellationToken);
            reports = [.. reports.Select(report => report with { Callers = [.. callers.Where(caller => IsOf(caller, report))] })];
        }

        Tell(reports);
        if (!IsApproved)
        {
            output.Write(isPending ? "'dari spec review --approve' accepts the documents as they are.\n" : "Nothing is pending.\n");
            return isPending ? SpecDiffRun.Failed : 0;
        }

        foreach ((LockedDocument document, DocumentFile file) in files)
        {
            Approve(project, document, file.Version!);
        }

        return 0;
    }

    // The reason of a line ends with the document that it comes from.
    private static bool IsOf(CallerLine caller, ReviewReport report) =>
        caller.Reason.Contains("(" + Path.GetFileName(report.New!.Path) + " line ", StringComparison.Ordinal);

    private void Tell(IReadOnlyList<ReviewReport> reports)
    {
        foreach (ReviewReport report in reports)
        {
            output.Write(report.Title + "\n\n");
            TextReport.Write(output, report);
            output.Write("\n");
        }

        if (HtmlPath is null || reports.Count == 0)
        {
            return;
        }

        for (int i = 0; i < reports.Count; i++)
        {
            string path = reports.Count == 1 ? HtmlPath : Path.ChangeExtension(HtmlPath, null) + "." + (i + 1) + Path.GetExtension(HtmlPath);
            using var html = new StringWriter();
            HtmlReport.Write(html, reports[i]);
            WholeFile.Write(path, html.ToString());
            output.Write("The report is in " + path + ".\n");
        }
    }

    private static SpecVersion? Approved(LockedDocument document, CancellationToken cancellationToken)
    {
        if (!File.Exists(document.LockPath))
        {
            return null;
        }

        var source = new SpecSource(document.LockPath, SourceText.From(WholeFile.Read(document.LockPath)));
        return LockText.Read(source, out string reason, cancellationToken)?.ToVersion()
            ?? throw new DocumentException("'" + document.LockPath + "' is not the lock of a document: " + (reason.Length > 0 ? reason : "its digests are not those of what it holds") + "; delete it to approve the document anew.");
    }

    private void Approve(ReviewedProject project, LockedDocument document, SpecVersion version)
    {
        WholeFile.Write(document.LockPath, LockText.Write(SpecLock.Of(version, Path.GetFileName(document.Path))));
        string surface = Path.Combine(project.SurfaceFolder ?? Path.GetDirectoryName(document.Path)!, Path.GetFileNameWithoutExtension(document.Path) + ".api.txt");
        WholeFile.Write(surface, SurfaceWriter.Text(version.Surface));
        output.Write("Approved " + document.Name + ": wrote " + Path.GetFileName(document.LockPath) + " and " + Path.GetFileName(surface) + ".\n");
    }
}
