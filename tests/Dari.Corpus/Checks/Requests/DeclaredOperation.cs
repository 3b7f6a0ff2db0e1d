using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Checks.Requests;

/// <summary>An operation as the document declares it.</summary>
internal sealed class DeclaredOperation(SpecJson spec, string method, string path, JsonObject operation, JsonObject item)
{
    public string Method { get; } = method;

    public string Path { get; } = path;

    public string Key => Method + " " + Path;

    public JsonObject Node { get; } = operation;

    public IReadOnlyList<DeclaredParameter> Parameters { get; } = DeclaredParameter.Of(spec, operation, item);

    /// <summary>It has servers of its own, so that its path need not begin as the others do.</summary>
    public bool HasServers { get; } = (operation["servers"] ?? item["servers"]) is not null;

    public DeclaredBody? Body => DeclaredBody.Of(spec, this);
}
