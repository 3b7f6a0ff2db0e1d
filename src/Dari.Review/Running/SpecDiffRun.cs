using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Review.Documents;
using Dari.Review.Reports;
using Microsoft.CodeAnalysis;

namespace Dari.Review.Running;

/// <summary><c>dari spec diff OLD NEW</c>.</summary>
internal static class SpecDiffRun
{
    /// <summary>The limit that was asked for is met.</summary>
    public const int Failed = 1;

    /// <summary>A document cannot be read.</summary>
    public const int Unreadable = 2;

    /// <param name="old">Path of the old document.</param>
    /// <param name="now">Path of the new document.</param>
    /// <param name="format">Form of the report.</param>
    /// <param name="failOn">The level from which on the exit code is 1; <see langword="null"/>: never.</param>
    /// <param name="output">Takes the report.</param>
    /// <param name="errors">Takes why a document cannot be read.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        string old, string now, ReportFormat format, Level? failOn, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        DocumentFile? before = Read(old, errors, cancellationToken);
        DocumentFile? after = Read(now, errors, cancellationToken);
        if (before?.Version is not { } oldVersion || after?.Version is not { } newVersion)
        {
            return Unreadable;
        }

        var diff = SpecDiff.Compare(oldVersion, newVersion, cancellationToken);
        ReportWriter.Write(output, new ReviewReport(old + " → " + now, diff, before.Source, after.Source, []), format);
        return failOn is { } limit && diff.Changes.Any(change => change.Level >= limit) ? Failed : 0;
    }

    private static DocumentFile? Read(string path, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            // Two files of one name in two folders, or of two names, are two versions of one client all the same.
            DocumentFile file = DocumentFile.Read(path, new DocumentOptions { Namespace = "Client", ClientName = "Client" }, cancellationToken);
            foreach (Diagnostic problem in file.Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error))
            {
                errors.WriteLine(problem.ToString());
            }

            return file;
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return null;
        }
    }
}
