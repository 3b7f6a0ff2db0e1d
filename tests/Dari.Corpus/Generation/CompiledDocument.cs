using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Corpus.Generation;

/// <summary>Generated code compiled as a strict user would: nullable on, documentation checked, every warning an error.</summary>
internal sealed class CompiledDocument(IReadOnlyList<Diagnostic> problems, MemoryStream? image)
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsReferenced(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable,
        concurrentBuild: false,
        specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>
        {
            // Packages are built against older versions of what they meet at run time.
            ["CS1701"] = ReportDiagnostic.Suppress,
            ["CS1702"] = ReportDiagnostic.Suppress,
        });

    /// <summary>Errors, and warnings that were made errors.</summary>
    public IReadOnlyList<Diagnostic> Problems => problems;

    public bool IsCompiled => image is not null;

    public static CompiledDocument Of(IReadOnlyList<SyntaxTree> trees)
    {
        var compilation = CSharpCompilation.Create("Corpus", trees, References, Options);
        var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Diagnostic[] problems =
            [.. emitted.Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning && !problem.IsSuppressed)];
        return new CompiledDocument(problems, emitted.Success && problems.Length == 0 ? image : null);
    }

    /// <summary>Into a context of its own, because all documents are compiled into assemblies of one name.</summary>
    public Assembly Load(out AssemblyLoadContext context)
    {
        image!.Position = 0;
        context = new AssemblyLoadContext("Corpus", isCollectible: true);
        return context.LoadFromStream(image);
    }

    private static bool IsReferenced(string name) => name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll" or "Dari.Runtime.dll";
}
