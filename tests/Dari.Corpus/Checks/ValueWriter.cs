using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Corpus.Generation;

namespace Dari.Corpus.Checks;

/// <summary>The JSON of a value that a call gave back.</summary>
internal sealed class ValueWriter(LoadedClient client)
{
    public JsonNode? Json(object? value) => value switch
    {
        null => null,
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        JsonNode node => node.DeepClone(),
        string text => JsonValue.Create(text),
        Uri address => JsonValue.Create(address.OriginalString),
        ReadOnlyMemory<byte> bytes => JsonValue.Create(Convert.ToBase64String(bytes.Span)),
        _ when value.GetType().Assembly == client.Assembly => JsonNode.Parse(JsonSerializer.Serialize(value, Declared(value.GetType()), client.Json)),
        _ when Map(value) is { } members => new JsonObject(members),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Json)]),
        _ => JsonSerializer.SerializeToNode(value, value.GetType()),
    };

    private IEnumerable<KeyValuePair<string, JsonNode?>>? Map(object value) =>
        value is IDictionary map ? map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Json(map[key]))) : null;

    /// <summary>The type that has a converter: of an unknown case the union.</summary>
    private static Type Declared(Type type) =>
        type.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonConverterAttribute), inherit: false).Length > 0
            ? type
            : type.BaseType is { } based && based.Assembly == type.Assembly ? based : type.GetInterfaces().FirstOrDefault(one => one.Assembly == type.Assembly) ?? type;
}
