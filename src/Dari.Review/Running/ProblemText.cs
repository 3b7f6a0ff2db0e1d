using Dari.Generator.Review.Surface;
using Microsoft.CodeAnalysis;

namespace Dari.Review.Running;

/// <summary>Diagnostics as the compiler writes them, each on one line.</summary>
internal static class ProblemText
{
    public static void Write(TextWriter output, IEnumerable<Diagnostic> problems, Func<string, string>? edit = null)
    {
        foreach (Diagnostic problem in problems)
        {
            // Their texts hold text of the document, which must not write on somebody's terminal what its author likes.
            string line = SurfaceLine.OnOneLine(problem.ToString());
            output.Write((edit is null ? line : edit(line)) + "\n");
        }
    }
}
