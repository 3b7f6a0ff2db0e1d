using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox;

/// <summary>How the service's records become JSON and come from it: snake case, and absent for null.</summary>
internal static class SandboxJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new TimeConverter() },
    };

    /// <summary>The JSON of a record.</summary>
    public static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, Options)!;

    /// <summary>A 200 with the JSON of a record.</summary>
    public static Reply Reply<T>(T value) => Hosting.Reply.Json(200, Node(value));

    /// <summary>The JSON body of a call as a record.</summary>
    /// <exception cref="ServiceFault">400: it does not fit.</exception>
    public static T Read<T>(Call call)
        where T : class => Read<T>(call.Body);

    /// <summary>A JSON object as a record.</summary>
    /// <exception cref="ServiceFault">400: it does not fit.</exception>
    public static T Read<T>(JsonObject json)
        where T : class
    {
        try
        {
            return json.Deserialize<T>(Options)!;
        }
        catch (JsonException exception)
        {
            throw SandboxFault.Invalid($"The body cannot be read at {exception.Path}.");
        }
    }

    /// <summary>A JSON object out of a text such as a query parameter; null when there is no text.</summary>
    /// <exception cref="ServiceFault">400: the text is something else.</exception>
    public static JsonObject? ParseObject(string? text, string what)
    {
        try
        {
            return text is null
                ? null
                : JsonNode.Parse(text) as JsonObject ?? throw SandboxFault.Invalid($"The {what} is no JSON object.");
        }
        catch (JsonException)
        {
            throw SandboxFault.Invalid($"The {what} is no JSON object.");
        }
    }

    /// <summary>True when every pair of the filter stands in the object.</summary>
    public static bool HasAll(JsonObject? value, JsonObject? filter) =>
        filter is null || filter.All(pair =>
            value is not null && value.TryGetPropertyValue(pair.Key, out var found) && JsonNode.DeepEquals(found, pair.Value));

    private sealed class TimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Times.Text(value));
    }
}
