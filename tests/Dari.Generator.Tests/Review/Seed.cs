using Dari.Generator.Diagnostics;
using Dari.Generator.Requests;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Review;

/// <summary>One edit of a document and what the comparison must say about it.</summary>
/// <param name="Version">Of the document.</param>
/// <param name="Old">A text that stands in it once.</param>
/// <param name="New">What it is replaced with.</param>
/// <param name="Expected">Rules with the level for what is sent and for what is received: <c>type-changed B-</c>.</param>
/// <param name="Level">The heaviest of all, the C# surface included.</param>
internal sealed record Seed(string Version, string Old, string New, string Expected, Level Level)
{
    public string Before => ReviewDocuments.Of(Version);

    public string After
    {
        get
        {
            string before = Before;
            int at = before.IndexOf(Old, StringComparison.Ordinal);
            (at >= 0 && before.IndexOf(Old, at + 1, StringComparison.Ordinal) < 0).ShouldBeTrue("must stand once: " + Old);
            return before.Replace(Old, New, StringComparison.Ordinal);
        }
    }

    public static ClientRequest Request(string text, string path = "shop.yaml") => new()
    {
        Source = new SpecSource(path, SourceText.From(text)),
        Namespace = "Acme.Shop",
        ClientName = "ShopClient",
        IsPublic = true,
    };

    public static SpecVersion Read(string text, string path = "shop.yaml")
    {
        ClientRequest request = Request(text, path);
        Bound<SpecVersion> version = SpecVersion.Read(request, CancellationToken.None);
        return version.Value
            ?? throw new InvalidOperationException(string.Join("; ", version.Problems.Select(problem => problem.ToDiagnostic())));
    }

    /// <summary>Rules with levels, as <see cref="Expected"/> has them.</summary>
    public static string Text(SpecDiff diff) => string.Join(", ", diff.Changes
        .Select(change => change.Rule.Id + " " + Letter(change.Sent) + Letter(change.Received))
        .OrderBy(text => text, StringComparer.Ordinal));

    private static string Letter(Level? level) => level?.ToString()[..1] ?? "-";
}
