using System.Text.Json;

namespace Dari.Json;

/// <summary>A member that has one value only in a case of a union: a string, a number or a truth value.</summary>
internal sealed class UnionConstant
{
    private readonly JsonElement _value;
    private readonly byte[]? _text;

    private UnionConstant(byte[] name, byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Name = name;
        _text = reader.TokenType == JsonTokenType.String ? JsonStrings.Utf8(ref reader) : null;
        _value = JsonElement.ParseValue(ref reader);
    }

    internal byte[] Name { get; }

    /// <param name="joined">Names and JSON texts in turn, joined by line feeds.</param>
    internal static UnionConstant[] Split(ReadOnlySpan<byte> joined) =>
        [.. JoinedNames.Split(joined).Chunk(2).Select(static pair => new UnionConstant(pair[0], pair[1]))];

    /// <summary>Whether the reader stands on this value. It is not moved.</summary>
    internal bool Is(in Utf8JsonReader reader)
    {
        Utf8JsonReader copy = reader;
        return _text is { } text
            ? copy.TokenType == JsonTokenType.String && JsonStrings.TextEquals(ref copy, text)
            : copy.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
                && JsonElements.AreEqual(_value, JsonElement.ParseValue(ref copy));
    }
}
