using Dari.Generator.Diagnostics;
using Dari.Generator.Requests;
using Dari.Generator.Review;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;

namespace Dari.Review.Documents;

/// <summary>A document, read as the generator reads it.</summary>
internal sealed class DocumentFile
{
    private DocumentFile(SpecSource source, SpecVersion? version, IReadOnlyList<Diagnostic> problems) =>
        (Source, Version, Problems) = (source, version, problems);

    public SpecSource Source { get; }

    /// <summary><see langword="null"/> when <see cref="Problems"/> say why it cannot be read.</summary>
    public SpecVersion? Version { get; }

    /// <summary>All that the generator would say about it, in the order of the document.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    public IEnumerable<Diagnostic> Errors => Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error);

    /// <param name="request">What a project asks for, or <see cref="LoneDocument"/>.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    public static DocumentFile Read(ClientRequest request, CancellationToken cancellationToken)
    {
        Bound<SpecVersion> bound = SpecVersion.Read(request, cancellationToken);
        string path = request.Source.Path;
        Diagnostic[] found =
        [
            .. bound.Problems.Select(problem => problem.ToDiagnostic())
                .OrderBy(problem => problem.Location.GetLineSpan().Path == path ? 0 : 1)
                .ThenBy(problem => problem.Location.SourceSpan.Start),
        ];
        bool hasErrors = Array.Exists(found, problem => problem.Severity == DiagnosticSeverity.Error);
        return new DocumentFile(request.Source, hasErrors ? null : bound.Value, found);
    }
}
