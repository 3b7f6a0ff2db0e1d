using Dari.Generator.Requests;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.Documents;

/// <summary>How a project asks for the client of a document; what it leaves out is as the generator has it.</summary>
internal sealed record DocumentOptions
{
    public string RootNamespace { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string ClientName { get; init; } = "";

    public bool IsPublic { get; init; } = true;

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Paths { get; init; } = [];

    public ClientRequest Request(SpecSource source) => new()
    {
        Source = source,
        Namespace = Namespace.Length > 0 ? Namespace : NamespaceName.Default(RootNamespace, source.Path),
        ClientName = ClientName,
        IsPublic = IsPublic,
        Tags = Tags.ToArray(),
        Paths = Paths.ToArray(),
    };
}
