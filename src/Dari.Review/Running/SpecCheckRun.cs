using Dari.Generator.Review.Surface;
using Dari.Review.Documents;
using Dari.Review.OtherReader;
using Microsoft.CodeAnalysis;

namespace Dari.Review.Running;

/// <summary><c>dari spec check FILE</c>.</summary>
internal sealed class SpecCheckRun(TextWriter output, TextWriter errors)
{
    /// <summary>Overlays that are applied, in order.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>Whether what Microsoft.OpenApi reads in the file is compared with what we read in it, overlays aside.</summary>
    public bool ComparesWithMicrosoft { get; init; }

    /// <returns>The exit code, out of <see cref="SpecExit"/>: 1 when the document has errors, or the readings differ.</returns>
    public int Run(string path, CancellationToken cancellationToken)
    {
        try
        {
            DocumentFile file = DocumentFile.Read(LoneDocument.Request(path, Overlays), cancellationToken);
            ProblemText.Write(output, file.Problems);
            bool isSame = !ComparesWithMicrosoft || IsSame(path, file, cancellationToken);
            int failures = file.Errors.Count();
            int warnings = file.Problems.Count(problem => problem.Severity == DiagnosticSeverity.Warning);
            output.Write("errors: " + failures + ", warnings: " + warnings + ", notes: " + (file.Problems.Count - failures - warnings) + "\n");
            return failures > 0 || !isSame ? SpecExit.Failed : SpecExit.Ok;
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return SpecExit.Unreadable;
        }
    }

    private bool IsSame(string path, DocumentFile file, CancellationToken cancellationToken)
    {
        OtherReading other;
        try
        {
            other = OtherReading.Read(file.Source);
        }
        catch (DocumentException exception)
        {
            output.Write(SurfaceLine.OnOneLine(exception.Message) + "\n");
            return false;
        }

        DocumentFile plain = Overlays.Count == 0 ? file : DocumentFile.Read(LoneDocument.Request(path, []), cancellationToken);
        if (plain.Version is not { } version)
        {
            return true; // Its errors are told.
        }

        var comparison = new ReadingComparison(version, other);
        comparison.Write(output);
        return comparison.IsSame;
    }
}
