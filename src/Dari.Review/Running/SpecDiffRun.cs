using Dari.Generator.Requests;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Specs.Syntax;
using Dari.Review.Documents;
using Dari.Review.Reports;

namespace Dari.Review.Running;

/// <summary><c>dari spec diff OLD NEW</c>.</summary>
internal sealed class SpecDiffRun(TextWriter output, TextWriter errors)
{
    public ReportFormat Format { get; init; }

    /// <summary>The level from which on the exit code is 1; <see langword="null"/>: never.</summary>
    public Level? FailOn { get; init; }

    /// <summary>Overlays that are applied to both, in order.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <param name="old">Path of the old document.</param>
    /// <param name="now">Path of the new document.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The exit code, out of <see cref="SpecExit"/>.</returns>
    public int Run(string old, string now, CancellationToken cancellationToken)
    {
        // Reading is most of the work, and neither knows of the other.
        Task<Side> reading = Task.Run(() => Read(old, cancellationToken), CancellationToken.None);
        Side after = Read(now, cancellationToken);
        Side before = reading.GetAwaiter().GetResult();
        errors.Write(before.Errors + after.Errors);
        if (before.File?.Version is not { } oldVersion || after.File?.Version is not { } newVersion)
        {
            return SpecExit.Unreadable;
        }

        var diff = SpecDiff.Compare(oldVersion, newVersion, cancellationToken);
        var report = new ReviewReport(old + " → " + now, diff, before.Texts, after.Texts);
        ReportWriter.Write(output, report, Format);
        return FailOn is { } limit && diff.Changes.Any(change => change.Level >= limit) ? SpecExit.Failed : SpecExit.Ok;
    }

    private Side Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            ClientRequest request = LoneDocument.Request(path, Overlays);
            DocumentFile file = DocumentFile.Read(request, cancellationToken);
            using var problems = new StringWriter();
            ProblemText.Write(problems, file.Errors);
            return new Side(file, Texts.Of(request), problems.ToString());
        }
        catch (DocumentException exception)
        {
            return new Side(null, [], exception.Message + Environment.NewLine);
        }
    }

    /// <summary>One of the two documents, and what keeps it from being read.</summary>
    private sealed record Side(DocumentFile? File, IReadOnlyList<SpecSource> Texts, string Errors);
}
