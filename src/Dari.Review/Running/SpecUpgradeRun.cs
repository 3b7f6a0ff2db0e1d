using System.Text;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Specs.Syntax;
using Dari.Review.Documents;
using Dari.Review.OtherReader;
using Dari.Review.Reports;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;

namespace Dari.Review.Running;

/// <summary><c>dari spec upgrade FILE --to VERSION</c>: the document in another version of OpenAPI, written by Microsoft.OpenApi.</summary>
internal sealed class SpecUpgradeRun(TextWriter output, TextWriter errors)
{
    /// <summary>The versions that there are, by the words of <c>--to</c>.</summary>
    public static IReadOnlyDictionary<string, OpenApiSpecVersion> Versions { get; } = new Dictionary<string, OpenApiSpecVersion>(StringComparer.Ordinal)
    {
        ["3.0"] = OpenApiSpecVersion.OpenApi3_0,
        ["3.1"] = OpenApiSpecVersion.OpenApi3_1,
        ["3.2"] = OpenApiSpecVersion.OpenApi3_2,
    };

    /// <summary>Where it goes; <see langword="null"/>: it replaces the document.</summary>
    public string? Target { get; init; }

    /// <summary>Whether it is written also when it does not say the same.</summary>
    public bool IsAsked { get; init; }

    /// <param name="path">The document.</param>
    /// <param name="to">One of <see cref="Versions"/>.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>; nothing is written then.</param>
    /// <returns>The exit code, out of <see cref="SpecExit"/>: 1 when the new version would not say the same.</returns>
    public async Task<int> RunAsync(string path, string to, CancellationToken cancellationToken)
    {
        try
        {
            SpecSource source = DiskText.Source(path);
            if (Read(source, path, cancellationToken) is not { } before)
            {
                return SpecExit.Unreadable;
            }

            OtherReading reading = OtherReading.Read(source);
            if (reading.Version >= Versions[to])
            {
                output.Write("'" + path + "' is of version " + Word(reading.Version) + " already.\n");
                return SpecExit.Ok;
            }

            string text = await WriteAsync(reading, Versions[to], OtherReading.IsJson(source), cancellationToken);
            return Read(new SpecSource(path, SourceText.From(text)), "the upgraded document", cancellationToken) is { } after
                ? Take(source, to, text, SpecDiff.Compare(before, after, cancellationToken))
                : SpecExit.Unreadable;
        }
        catch (DocumentException exception)
        {
            errors.WriteLine(exception.Message);
            return SpecExit.Unreadable;
        }
    }

    private SpecVersion? Read(SpecSource source, string name, CancellationToken cancellationToken)
    {
        DocumentFile file = DocumentFile.Read(LoneDocument.Request(source, []), cancellationToken);
        ProblemText.Write(errors, file.Errors, line => line.Replace(source.Path + "(", name + "(", StringComparison.Ordinal));
        return file.Version;
    }

    private int Take(SpecSource source, string to, string text, SpecDiff diff)
    {
        string target = Target ?? source.Path;
        if (!diff.IsEmpty)
        {
            TextReport.Write(output, new ReviewReport(source.Path, diff, [source], [source]) { NewName = "upgraded" });
        }

        if (!IsAsked && diff.Changes.Any(change => change.Level > Level.Safe))
        {
            output.Write("Nothing is written, because the upgraded document does not say the same; --yes writes it all the same.\n");
            return SpecExit.Failed;
        }

        WholeFile.Write(target, text);
        output.Write("'" + target + "' is of version " + to + ".\n");
        return SpecExit.Ok;
    }

    private static async Task<string> WriteAsync(OtherReading reading, OpenApiSpecVersion version, bool isJson, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new MemoryStream();
            await reading.Document.SerializeAsync(stream, version, isJson ? OpenApiConstants.Json : OpenApiConstants.Yaml, cancellationToken);
            return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // Whatever a library throws over a document that it cannot write.
            throw new DocumentException("It cannot be written by " + OtherReading.Name + ": " + exception.Message, exception);
        }
    }

    private static string Word(OpenApiSpecVersion version) =>
        Versions.FirstOrDefault(pair => pair.Value == version).Key ?? "2.0";
}
