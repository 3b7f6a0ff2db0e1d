using Dari.Review.Documents;
using Microsoft.CodeAnalysis;

namespace Dari.Review.Running;

/// <summary><c>dari spec check FILE</c>.</summary>
internal sealed class SpecCheckRun(TextWriter output, TextWriter errors)
{
    /// <summary>Overlays that are applied, in order.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <returns>The exit code, out of <see cref="SpecExit"/>: 1 when the document has errors.</returns>
    public int Run(string path, CancellationToken cancellationToken)
    {
        try
        {
            DocumentFile file = DocumentFile.Read(LoneDocument.Request(path, Overlays), cancellationToken);
            ProblemText.Write(output, file.Problems);
            int failures = file.Errors.Count();
            int warnings = file.Problems.Count(problem => problem.Severity == DiagnosticSeverity.Warning);
            output.Write("errors: " + failures + ", warnings: " + warnings + ", notes: " + (file.Problems.Count - failures - warnings) + "\n");
            return failures > 0 ? SpecExit.Failed : SpecExit.Ok;
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return SpecExit.Unreadable;
        }
    }
}
