using System.Reflection;
using System.Text;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;
using Dari.Review.Documents;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Dari.Review.OtherReader;

/// <summary>A document as Microsoft.OpenApi reads it: what many other tools would see.</summary>
internal sealed class OtherReading
{
    private OtherReading(OpenApiDocument document, OpenApiDiagnostic diagnostic) => (Document, Diagnostic) = (document, diagnostic);

    private OtherReading(OtherReading same)
        : this(same.Document, same.Diagnostic)
    {
    }

    /// <summary><c>Microsoft.OpenApi 3.11.0</c></summary>
    public static string Name { get; } = "Microsoft.OpenApi " + typeof(OpenApiDocument).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    public OpenApiDocument Document { get; }

    public OpenApiDiagnostic Diagnostic { get; }

    public OpenApiSpecVersion Version => Diagnostic.SpecificationVersion;

    /// <summary>Whether a text is JSON, which YAML would read as well and write otherwise.</summary>
    public static bool IsJson(SpecSource source) => source.Text.ToString().AsSpan().TrimStart(" \t\r\n\uFEFF") is ['{', ..];

    /// <summary>Why its own reading of the YAML failed, where it was given JSON instead.</summary>
    public string? Refusal { get; private init; }

    /// <summary>
    /// Reads the one file: it opens no other, neither on disk nor on the network. Where it does not understand the YAML, it
    /// gets the same as JSON.
    /// </summary>
    /// <exception cref="DocumentException">It gives no document.</exception>
    public static OtherReading Read(SpecSource source)
    {
        byte[] text = Encoding.UTF8.GetBytes(source.Text.ToString());
        try
        {
            return Read(source.Path, text, IsJson(source));
        }
        catch (DocumentException exception) when (!IsJson(source))
        {
            return SyntaxReader.Read(source, new ProblemList(source), CancellationToken.None) is { } root
                ? new OtherReading(Read(source.Path, TreeJson.Of(root), isJson: true)) { Refusal = exception.Message }
                : throw new DocumentException(exception.Message, exception);
        }
    }

    private static OtherReading Read(string path, byte[] text, bool isJson)
    {
        var settings = new OpenApiReaderSettings { LoadExternalRefs = false };
        settings.AddYamlReader();
        try
        {
            using var stream = new MemoryStream(text);
            ReadResult result = OpenApiDocument.Load(stream, isJson ? OpenApiConstants.Json : OpenApiConstants.Yaml, settings);
            return result is { Document: { } document, Diagnostic: { } diagnostic }
                ? new OtherReading(document, diagnostic)
                : throw new DocumentException(
                    "'" + path + "' is no document for " + Name + ": " + string.Join("; ", result.Diagnostic?.Errors.Select(error => error.Message) ?? []));
        }
        catch (Exception exception) when (exception is not (DocumentException or OutOfMemoryException))
        {
            // Whatever a library throws over a document that it does not like.
            throw new DocumentException("'" + path + "' cannot be read by " + Name + ": " + exception.Message, exception);
        }
    }
}
