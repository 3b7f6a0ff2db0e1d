using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests.Snapshots;

/// <summary>Generated code does not compile; the message shows the lines.</summary>
internal sealed class CompilationFailedException(string framework, IReadOnlyList<Diagnostic> problems)
    : Exception($"{problems.Count} problems on {framework}:\n" + string.Join("\n", problems.Take(20).Select(Describe)))
{
    private static string Describe(Diagnostic problem)
    {
        FileLinePositionSpan place = problem.Location.GetLineSpan();
        string line = problem.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{place.Path}({place.StartLinePosition.Line + 1}): {problem.Id} {problem.GetMessage()}\n    {line}";
    }
}
