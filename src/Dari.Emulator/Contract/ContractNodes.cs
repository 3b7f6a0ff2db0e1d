using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>Ways around a document's nodes.</summary>
internal static class ContractNodes
{
    /// <summary>Follows references to the node that is meant.</summary>
    public static JsonObject Resolve(JsonObject root, JsonNode? node)
    {
        for (int hops = 0; hops < 32; hops++)
        {
            if (node is not JsonObject members)
            {
                break;
            }

            if (members["$ref"] is not JsonValue reference)
            {
                return members;
            }

            node = Find(root, reference.GetValue<string>());
        }

        throw new FormatException("A reference of the document leads nowhere.");
    }

    public static JsonNode? Find(JsonObject root, string reference)
    {
        JsonNode? node = root;
        foreach (string part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string name = Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
            node = node is JsonArray items ? items[int.Parse(name)] : (node as JsonObject)?[name];
        }

        return node;
    }

    public static string? Text(this JsonObject members, string name) =>
        members[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool Flag(this JsonObject members, string name) =>
        members[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Members(this JsonObject? node, string name) =>
        node?[name] as JsonObject ?? Enumerable.Empty<KeyValuePair<string, JsonNode?>>();

    public static IEnumerable<JsonNode?> Items(this JsonObject? node, string name) =>
        node?[name] as JsonArray ?? Enumerable.Empty<JsonNode?>();
}
