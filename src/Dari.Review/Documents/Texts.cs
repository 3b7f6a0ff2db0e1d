using Dari.Generator.Requests;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.Documents;

/// <summary>All files that a reading of a document looks at.</summary>
internal static class Texts
{
    public static IReadOnlyList<SpecSource> Of(ClientRequest request) => [request.Source, .. request.References, .. request.Overlays];
}
