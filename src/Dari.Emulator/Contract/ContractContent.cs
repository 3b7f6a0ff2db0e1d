using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>A content type of a body and what the body has to be.</summary>
internal sealed class ContractContent
{
    /// <summary>The content type in lower case, without parameters; may end in <c>/*</c>.</summary>
    public required string Type { get; init; }

    public required SchemaCheck Schema { get; init; }

    /// <summary>The parts of a form: name, whether it has to be there, and what its text has to be (null for a file).</summary>
    public required IReadOnlyList<ContractPart> Parts { get; init; }

    public bool IsJson => Type == "application/json" || Type.EndsWith("+json", StringComparison.Ordinal);

    public bool IsForm => Type is "multipart/form-data" or "application/x-www-form-urlencoded";

    public static IReadOnlyList<ContractContent> ReadAll(JsonObject root, JsonObject? holder, bool forRequest) =>
        [.. holder.Members("content").Select(pair => Read(root, pair.Key, (pair.Value as JsonObject)?["schema"], forRequest))];

    public bool Matches(string? contentType)
    {
        string sent = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return sent == Type || Type == "*/*"
            || (Type.EndsWith("/*", StringComparison.Ordinal) && sent.StartsWith(Type[..^1], StringComparison.Ordinal));
    }

    private static ContractContent Read(JsonObject root, string type, JsonNode? schema, bool forRequest)
    {
        var content = new ContractContent
        {
            Type = type.Split(';')[0].Trim().ToLowerInvariant(),
            Schema = new SchemaCheck(root, schema, forRequest),
            Parts = [],
        };
        return !content.IsForm || schema is null ? content : new ContractContent
        {
            Type = content.Type,
            Schema = content.Schema,
            Parts = ContractPart.ReadAll(root, ContractNodes.Resolve(root, schema)),
        };
    }
}
