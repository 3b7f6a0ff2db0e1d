using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>A way through the members of objects: a JSON pointer (RFC 6901) without places in arrays.</summary>
internal sealed class JsonPath
{
    private readonly byte[][] _names;

    /// <param name="pointer">Such as <c>/page/next</c>; empty for the value itself.</param>
    internal JsonPath(string pointer) => _names = [.. pointer.Split('/').Skip(1).Select(static name =>
        Encoding.UTF8.GetBytes(name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))];

    internal bool IsEmpty => _names.Length == 0;

    /// <summary>Moves a reader from the value on which it stands to the one at the end of the path.</summary>
    /// <returns>False where the path does not lead to a value.</returns>
    internal bool TryFind(ref Utf8JsonReader reader)
    {
        foreach (byte[] name in _names)
        {
            if (!TryEnter(ref reader, name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value at the end of the path as text: a string, or the JSON of anything else; null for null.</summary>
    internal string? TextIn(Utf8JsonReader reader)
    {
        if (!TryFind(ref reader) || reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return reader.TokenType == JsonTokenType.String
            ? reader.GetString()
            : JsonElement.ParseValue(ref reader).GetRawText();
    }

    private static bool TryEnter(ref Utf8JsonReader reader, byte[] name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
