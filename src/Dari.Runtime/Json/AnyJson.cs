using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Json;

/// <summary>Makes JSON values of .NET values, for members that may be anything.</summary>
public static class AnyJson
{
    /// <summary>The value <c>null</c>.</summary>
    public static JsonElement Null { get; } = From((string?)null);

    /// <summary>A string, or <c>null</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value as JSON.</returns>
    public static JsonElement From(string? value) => Make(value, JsonWrite.StringValue);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <inheritdoc cref="From(string)"/>
    public static JsonElement From(bool value) => Make(value, JsonWrite.BooleanValue);

    /// <summary>A whole number.</summary>
    /// <inheritdoc cref="From(string)"/>
    public static JsonElement From(long value) => Make(value, JsonWrite.Int64Value);

    /// <summary>A number.</summary>
    /// <inheritdoc cref="From(string)"/>
    /// <exception cref="ArgumentException">NaN or infinite.</exception>
    public static JsonElement From(double value) => Make(value, JsonWrite.DoubleValue);

    /// <summary>A decimal number.</summary>
    /// <inheritdoc cref="From(string)"/>
    public static JsonElement From(decimal value) => Make(value, JsonWrite.DecimalValue);

    /// <summary>Any node, or <c>null</c>.</summary>
    /// <inheritdoc cref="From(string)"/>
    public static JsonElement From(JsonNode? value) => Make(value, JsonWrite.Node);

    /// <summary>An array.</summary>
    /// <param name="items">Its items.</param>
    /// <returns>The array as JSON.</returns>
    public static JsonElement FromList(IEnumerable<JsonElement> items) =>
        Make([.. items], static (JsonOutput writer, IReadOnlyList<JsonElement> all) =>
            JsonWrite.ListValue(writer, all, JsonWrite.AnyValue));

    /// <summary>An object.</summary>
    /// <param name="members">Its members.</param>
    /// <returns>The object as JSON.</returns>
    public static JsonElement FromMembers(JsonMembers members) =>
        Make(
            members,
            static (JsonOutput writer, JsonMembers all) => JsonWrite.MapValue(writer, all, JsonWrite.AnyValue));

    /// <summary>What a writer writes.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it: the writer of a generated model.</param>
    /// <returns>The value as JSON.</returns>
    public static JsonElement FromModel<T>(T value, WriteJson<T> write) => Make(value, write);

    private static JsonElement Make<T>(T value, WriteJson<T> write)
    {
        using JsonDocument document = JsonDocument.Parse(
            JsonText.ToUtf8(value, write), new JsonDocumentOptions { MaxDepth = JsonLimits.MaxDepth });
        return document.RootElement.Clone();
    }
}
