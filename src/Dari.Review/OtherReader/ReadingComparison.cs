using Dari.Generator.Review;
using Dari.Generator.Review.Surface;
using Microsoft.OpenApi;

namespace Dari.Review.OtherReader;

/// <summary>Two readings of one document, and where they differ.</summary>
internal sealed class ReadingComparison
{
    private readonly HashSet<string> _ours;
    private readonly HashSet<string> _theirs;
    private readonly OtherReading _other;

    public ReadingComparison(SpecVersion ours, OtherReading other)
    {
        _other = other;
        _ours = [.. OurFacts.Of(ours.Contract)];
        _theirs = [.. OtherFacts.Of(other.Document)];
    }

    public bool IsSame => _ours.SetEquals(_theirs);

    /// <summary>Differences, what the other reader complains about, and a line that counts.</summary>
    public void Write(TextWriter output)
    {
        if (_other.Refusal is { } refusal)
        {
            output.Write(SurfaceLine.OnOneLine(refusal) + "\nIt is compared as JSON.\n");
        }

        Lines(output, "only here: ", _ours.Except(_theirs));
        Lines(output, "only in Microsoft.OpenApi: ", _theirs.Except(_ours));
        Lines(output, "Microsoft.OpenApi: error: ", _other.Diagnostic.Errors.Select(Text));
        Lines(output, "Microsoft.OpenApi: warning: ", _other.Diagnostic.Warnings.Select(Text));
        int differences = _ours.Except(_theirs).Count() + _theirs.Except(_ours).Count();
        output.Write(OtherReading.Name + " finds " + Count("operation ") + " operations, " + Count("parameter ") + " parameters, "
            + Count("schema ") + " schemas and " + Count("property ") + " properties; differences: " + differences + "\n");
    }

    private int Count(string kind) => _theirs.Count(fact => fact.StartsWith(kind, StringComparison.Ordinal));

    private static string Text(OpenApiError error) => error.Pointer is { Length: > 0 } pointer ? pointer + ": " + error.Message : error.Message;

    private static void Lines(TextWriter output, string head, IEnumerable<string> lines)
    {
        foreach (string line in lines.Order(StringComparer.Ordinal))
        {
            output.Write(SurfaceLine.OnOneLine(head + line) + "\n");
        }
    }
}
