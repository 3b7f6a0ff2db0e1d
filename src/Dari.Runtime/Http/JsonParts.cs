using System.Text.Json;

namespace Dari.Http;

/// <summary>The items and members of a JSON value as the texts of which parameters are made; null is left out.</summary>
internal static class JsonParts
{
    /// <summary>The items of a list; any other value is the only one.</summary>
    internal static IEnumerable<string?> Items(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array
            ? json.EnumerateArray().Select(static item => Wire.Element(item))
            : [Wire.Element(json)];

    /// <summary>The members of an object.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> Members(JsonElement json) =>
        json.EnumerateObject().Select(static member => KeyValuePair.Create(member.Name, Wire.Element(member.Value)));
}
