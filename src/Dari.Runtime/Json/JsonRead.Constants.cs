using System.Text.Json;

namespace Dari.Json;

public static partial class JsonRead
{
    /// <summary>Checks a string that can have one value only.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <param name="expected">That value.</param>
    /// <exception cref="JsonException">It is another value.</exception>
    public static void Constant(ref Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonFault.Expected($"the constant \"{expected}\"", in reader);
        }

        if (JsonStrings.Read(ref reader) != expected)
        {
            throw OtherString($"the constant \"{expected}\"");
        }
    }

    /// <summary>Checks a number that can have one value only.</summary>
    /// <inheritdoc cref="Constant"/>
    public static void ConstantNumber(ref Utf8JsonReader reader, double expected)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out double value) || value != expected)
        {
            string words = FormattableString.Invariant($"the constant {expected:R}");
            throw reader.TokenType == JsonTokenType.Number
                ? JsonFault.Expected(words, "another number")
                : JsonFault.Expected(words, in reader);
        }
    }

    /// <summary>Checks a truth value that can have one value only.</summary>
    /// <inheritdoc cref="Constant"/>
    public static void ConstantBoolean(ref Utf8JsonReader reader, bool expected)
    {
        if (reader.TokenType != (expected ? JsonTokenType.True : JsonTokenType.False))
        {
            throw JsonFault.Expected(expected ? "the constant true" : "the constant false", in reader);
        }
    }

    /// <summary>Checks a value that can only be <c>null</c>.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <exception cref="JsonException">It is not <c>null</c>.</exception>
    public static void Null(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            throw JsonFault.Expected("null", in reader);
        }
    }
}
