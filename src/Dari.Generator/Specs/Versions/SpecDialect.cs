namespace Dari.Generator.Specs.Versions;

/// <summary>What the versions of OpenAPI disagree on. What only one of them knows is understood in all.</summary>
/// <param name="Version">As in <see cref="ApiDocument.Version"/>.</param>
/// <param name="ReferenceSiblingsCount">From 3.1 on, keywords beside <c>$ref</c> hold as well; before, the reference replaces them.</param>
internal sealed record SpecDialect(string Version, bool ReferenceSiblingsCount)
{
    public static readonly SpecDialect Swagger20 = new("2.0", ReferenceSiblingsCount: false);

    public static readonly SpecDialect OpenApi30 = new("3.0", ReferenceSiblingsCount: false);

    public static readonly SpecDialect OpenApi31 = new("3.1", ReferenceSiblingsCount: true);

    public static readonly SpecDialect OpenApi32 = new("3.2", ReferenceSiblingsCount: true);
}
