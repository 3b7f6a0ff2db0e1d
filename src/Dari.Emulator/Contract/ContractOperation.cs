using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>An operation of a document.</summary>
internal sealed class ContractOperation
{
    public required string Id { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>Names of the security schemes of which one has to be met; empty where anyone may call.</summary>
    public required IReadOnlyList<string> Security { get; init; }

    public required IReadOnlyList<ContractParameter> Parameters { get; init; }

    public required bool BodyRequired { get; init; }

    /// <summary>The declared kinds of request body.</summary>
    public required IReadOnlyList<ContractContent> Bodies { get; init; }

    /// <summary>The declared answers by status, <c>4XX</c> or <c>default</c>.</summary>
    public required IReadOnlyDictionary<string, ContractResponse> Responses { get; init; }

    public ContractResponse? Response(int status) =>
        Responses.GetValueOrDefault(status.ToString())
        ?? Responses.GetValueOrDefault($"{status / 100}XX")
        ?? Responses.GetValueOrDefault("default");

    public static ContractOperation Read(JsonObject root, string path, string method, JsonObject item, JsonObject source)
    {
        JsonObject? body = source["requestBody"] is { } node ? ContractNodes.Resolve(root, node) : null;
        return new ContractOperation
        {
            Id = source.Text("operationId") ?? throw new FormatException($"{method} {path} has no operationId."),
            Method = method,
            Path = path,
            Security = ContractSecurity.ReadRequirements(root, source),
            Parameters = ReadParameters(root, item, source),
            BodyRequired = body?.Flag("required") ?? false,
            Bodies = ContractContent.ReadAll(root, body, forRequest: true),
            Responses = source.Members("responses").ToDictionary(
                static pair => pair.Key,
                pair => ContractResponse.Read(root, ContractNodes.Resolve(root, pair.Value))),
        };
    }

    /// <summary>An operation's own parameters replace those of its path.</summary>
    private static List<ContractParameter> ReadParameters(JsonObject root, JsonObject item, JsonObject source) =>
    [
        .. item.Items("parameters").Concat(source.Items("parameters"))
            .Select(node => ContractParameter.Read(root, ContractNodes.Resolve(root, node)))
            .GroupBy(static parameter => (parameter.Place, parameter.Name))
            .Select(static same => same.Last()),
    ];
}
