using Dari.Review.Documents;
using Microsoft.CodeAnalysis;

namespace Dari.Review.Running;

/// <summary><c>dari spec check FILE</c>.</summary>
internal static class SpecCheckRun
{
    /// <returns>The exit code: 0, 1 when there are errors, 2 when the file cannot be read.</returns>
    public static int Run(string path, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            DocumentFile file = DocumentFile.Read(path, new DocumentOptions(), cancellationToken);
            foreach (Diagnostic problem in file.Problems)
            {
                output.Write(Generator.Review.Surface.SurfaceLine.OnOneLine(problem.ToString()) + "\n");
            }

            int failures = file.Problems.Count(problem => problem.Severity == DiagnosticSeverity.Error);
            int warnings = file.Problems.Count(problem => problem.Severity == DiagnosticSeverity.Warning);
            output.Write("errors: " + failures + ", warnings: " + warnings + ", notes: " + (file.Problems.Count - failures - warnings) + "\n");
            return failures > 0 ? SpecDiffRun.Failed : 0;
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return SpecDiffRun.Unreadable;
        }
    }
}
