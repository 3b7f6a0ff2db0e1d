using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>A declared answer.</summary>
internal sealed class ContractResponse
{
    /// <summary>The declared content types; empty where the answer has no body.</summary>
    public required IReadOnlyList<ContractContent> Contents { get; init; }

    public required IReadOnlyList<string> RequiredHeaders { get; init; }

    public static ContractResponse Read(JsonObject root, JsonObject source) => new()
    {
        Contents = ContractContent.ReadAll(root, source, forRequest: false),
        RequiredHeaders = [.. source.Members("headers")
            .Where(pair => ContractNodes.Resolve(root, pair.Value).Flag("required"))
            .Select(static pair => pair.Key)],
    };
}
