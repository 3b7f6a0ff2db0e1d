using Dari.Generator.Requests;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
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
        (ClientRequest Request, DocumentFile File)? before = Read(old, cancellationToken);
        (ClientRequest Request, DocumentFile File)? after = Read(now, cancellationToken);
        if (before?.File.Version is not { } oldVersion || after?.File.Version is not { } newVersion)
        {
            return SpecExit.Unreadable;
        }

        var diff = SpecDiff.Compare(oldVersion, newVersion, cancellationToken);
        var report = new ReviewReport(old + " → " + now, diff, Texts.Of(before.Value.Request), Texts.Of(after.Value.Request));
        ReportWriter.Write(output, report, Format);
        return FailOn is { } limit && diff.Changes.Any(change => change.Level >= limit) ? SpecExit.Failed : SpecExit.Ok;
    }

    private (ClientRequest Request, DocumentFile File)? Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            ClientRequest request = LoneDocument.Request(path, Overlays);
            DocumentFile file = DocumentFile.Read(request, cancellationToken);
            ProblemText.Write(errors, file.Errors);
            return (request, file);
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return null;
        }
    }
}
