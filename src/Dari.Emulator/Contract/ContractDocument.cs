using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>An OpenAPI 3.1 document as far as requests and answers are checked against it.</summary>
internal sealed class ContractDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    private static readonly ConcurrentDictionary<string, Lazy<ContractDocument>> Embedded = new();

    private ContractDocument(JsonObject root)
    {
        Root = root;
        Schemes = ContractSecurity.ReadSchemes(root);
        Operations = ReadOperations().ToDictionary(static operation => operation.Id);
    }

    public JsonObject Root { get; }

    public IReadOnlyDictionary<string, SecurityScheme> Schemes { get; }

    public IReadOnlyDictionary<string, ContractOperation> Operations { get; }

    /// <summary>Reads a document that is embedded in this assembly, once in a process.</summary>
    public static ContractDocument Load(string resource) => Embedded.GetOrAdd(resource, static name => new(() =>
    {
        using Stream stream = typeof(ContractDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no document '{name}'.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    })).Value;

    public static ContractDocument Parse(string text)
    {
        JsonNode? root = text.AsSpan().TrimStart().StartsWith("{") ? JsonNode.Parse(text) : YamlText.Parse(text);
        return new ContractDocument(root as JsonObject ?? throw new FormatException("The document is not an object."));
    }

    public SchemaCheck Schema(string component) =>
        new(Root, new JsonObject { ["$ref"] = "#/components/schemas/" + component }, forRequest: false);

    private IEnumerable<ContractOperation> ReadOperations()
    {
        foreach ((string path, JsonNode? item) in Root.Members("paths"))
        {
            JsonObject members = ContractNodes.Resolve(Root, item);
            foreach (string method in Methods.Where(members.ContainsKey))
            {
                yield return ContractOperation.Read(Root, path, method.ToUpperInvariant(), members, (JsonObject)members[method]!);
            }
        }
    }
}
