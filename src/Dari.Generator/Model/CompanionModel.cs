namespace Dari.Generator.Model;

/// <summary>
/// A method that stands behind an operation's own because the document says more of it than OpenAPI can: that it starts
/// an upload, that its state is to be polled, that its answer is a page. One record a kind, each with its emitter in
/// <c>Emit/Companions</c>.
/// </summary>
internal abstract record CompanionModel
{
    /// <summary>With <c>Async</c>.</summary>
    public required Identifier Name { get; init; }

    public required DocsModel Docs { get; init; }

    /// <summary>It calls or sets what the document has deprecated.</summary>
    public bool UsesDeprecated { get; init; }
}
