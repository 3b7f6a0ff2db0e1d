using Dari.Generator.Diagnostics;
using Dari.Generator.Requests;
using Dari.Generator.Review;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Review.Documents;

/// <summary>A document on disk, read as the generator would read it.</summary>
internal sealed class DocumentFile
{
    /// <summary>Larger files are refused: no document comes near it, and a command must not fill the memory.</summary>
    private const long MaxBytes = 256L << 20;

    private DocumentFile(SpecSource source, SpecVersion? version, IReadOnlyList<Diagnostic> problems) =>
        (Source, Version, Problems) = (source, version, problems);

    public SpecSource Source { get; }

    /// <summary><see langword="null"/> when <see cref="Problems"/> say why it cannot be read.</summary>
    public SpecVersion? Version { get; }

    /// <summary>All that the generator would say about it, in the order of the document.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    /// <exception cref="DocumentException">There is no such file, or it cannot be read.</exception>
    public static DocumentFile Read(string path, DocumentOptions options, CancellationToken cancellationToken)
    {
        var source = new SpecSource(path, Text(path));
        ClientRequest request = options.Request(source);
        Bound<SpecVersion> bound = SpecVersion.Read(request, cancellationToken);
        Diagnostic[] found =
        [
            .. bound.Problems.Select(problem => problem.ToDiagnostic())
                .OrderBy(problem => problem.Location.GetLineSpan().Path == path ? 0 : 1)
                .ThenBy(problem => problem.Location.SourceSpan.Start),
        ];
        return new DocumentFile(source, found.Any(problem => problem.Severity == DiagnosticSeverity.Error) ? null : bound.Value, found);
    }

    private static SourceText Text(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return file.Length > MaxBytes
                ? throw new DocumentException("'" + path + "' is larger than " + (MaxBytes >> 20) + " MiB.")
                : SourceText.From(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw new DocumentException("'" + path + "' cannot be read: " + exception.Message, exception);
        }
    }
}
