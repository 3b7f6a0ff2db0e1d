using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Json;

/// <summary>
/// Builds nodes by hand: nodes that System.Text.Json parses throw later, on access, when a name occurs twice.
/// </summary>
internal static class JsonNodes
{
    internal static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        var result = new JsonObject();
        while (Next(ref reader) != JsonTokenType.EndObject)
        {
            string name = JsonStrings.Read(ref reader);
            Next(ref reader);
            result[name] = Read(ref reader);
        }

        return result;
    }

    private static JsonNode? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            case JsonTokenType.StartArray:
                var items = new JsonArray();
                while (Next(ref reader) != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return items;
            case JsonTokenType.Null:
                return null;
            default:
                return System.Text.Json.Nodes.JsonValue.Create(JsonElement.ParseValue(ref reader));
        }
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw JsonFault.Incomplete();
}
