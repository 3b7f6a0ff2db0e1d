using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Generator.Tests.Snapshots;

/// <summary>
/// Generated files compiled as a strict user would: C# 12, nullable on, documentation checked, every warning an error.
/// </summary>
internal sealed class CompiledCode
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
        {
            // Packages are built against older versions of what they meet at run time.
            ["CS1701"] = ReportDiagnostic.Suppress,
            ["CS1702"] = ReportDiagnostic.Suppress,
        });

    private readonly CSharpCompilation _compilation;

    private CompiledCode(CSharpCompilation compilation) => _compilation = compilation;

    /// <exception cref="CompilationFailedException">One of the frameworks has something to say about the files.</exception>
    public static CompiledCode Of(IReadOnlyDictionary<string, string> files)
    {
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Value, Parsing, file.Key, Encoding.UTF8))];
        Check(CSharpCompilation.Create("Generated", trees, Frameworks.Oldest, Options), "net8.0");
        var compilation = CSharpCompilation.Create("Generated", trees, Frameworks.Running, Options);
        Check(compilation, "net10.0");
        return new CompiledCode(compilation);
    }

    /// <summary>Into a context that can be unloaded, so that tests do not fill the process with assemblies.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        _compilation.Emit(image).Success.ShouldBeTrue();
        image.Position = 0;
        return new AssemblyLoadContext("Generated", isCollectible: true).LoadFromStream(image);
    }

    private static void Check(CSharpCompilation compilation, string framework)
    {
        Diagnostic[] problems = [.. compilation.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning)];
        if (problems.Length > 0)
        {
            throw new CompilationFailedException(framework, problems);
        }
    }
}
