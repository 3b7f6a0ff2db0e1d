using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dari.Generator.Tests.Incremental;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests.Snapshots;

/// <summary>
/// Generates the client of a document's fragment and compares it with what was verified. It always compiles, too, and
/// always runs a second time after an edit that has nothing to do with it, which must find everything cached.
/// </summary>
internal static partial class Snapshot
{
    /// <param name="fragment">YAML; <c>openapi</c>, <c>info</c> and <c>paths</c> may be left out.</param>
    /// <param name="only">Parts of the hint names to show, such as <c>Models/</c>; none: all files. All are compiled.</param>
    /// <param name="testFile">Given by the compiler.</param>
    /// <param name="testMethod">Given by the compiler.</param>
    public static Task Of(
        string fragment, string[]? only = null, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        IReadOnlyDictionary<string, string> files = Generate(fragment);
        IEnumerable<KeyValuePair<string, string>> shown = files.Where(file => only is null || only.Any(file.Key.Contains));
        Match(string.Join("\n", shown.Select(Describe)), testFile, testMethod);
        return Task.CompletedTask;
    }

    /// <summary>Generates, compiles, runs again after an unrelated edit.</summary>
    /// <returns>The files by hint name.</returns>
    public static IReadOnlyDictionary<string, string> Generate(string fragment)
    {
        var item = new Item("/acme/acme.yaml", SpecFragment.Complete(fragment)) { Namespace = "Acme", ClientName = "AcmeClient" };
        Pipeline run = Pipeline.Start(item);
        run.Result.Exception.ShouldBeNull();
        run.Result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        run.Files.ShouldNotBeEmpty();
        CompiledCode.Of(run.Files);
        ShouldBeCached(run.Type("internal class Unrelated;"));
        return run.Files;
    }

    /// <summary>Compares any text with the verified one.</summary>
    public static void Match(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        text.ShouldNotContain("\r");
        VerifiedFile.Beside(testFile, testMethod).Compare(Scrub(text), VerifiedFile.IsAccepting);
    }

    private static void ShouldBeCached(Pipeline run)
    {
        foreach (string step in AllSteps.Names)
        {
            run.Reasons(step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached, step);
        }

        run.OutputReasons().ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    private static string Describe(KeyValuePair<string, string> file) => "//HintName: " + file.Key + "\n" + file.Value;

    private static string Scrub(string text) => Version().Replace(text, "$1{version}$2");

    [GeneratedRegex("""(\[GeneratedCode\("Dari\.Generator", ")[^"]*("\)\])""")]
    private static partial Regex Version();
}
