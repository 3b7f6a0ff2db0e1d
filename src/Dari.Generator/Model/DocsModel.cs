namespace Dari.Generator.Model;

/// <summary>
/// Texts of the document for a doc comment, raw: escaping and wrapping is done where they are emitted.
/// <see cref="Obsolete"/> is the message of <c>[Obsolete]</c>, <see langword="null"/> when the thing is not deprecated.
/// </summary>
internal sealed record DocsModel(string? Summary, string? Remarks, string? Obsolete)
{
    public static readonly DocsModel None = new(null, null, null);
}
