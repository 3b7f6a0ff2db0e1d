using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Json;

/// <summary>Reads JSON values; what generated readers are made of.</summary>
/// <remarks>
/// Each method has exactly one overload: resolving overloads is what costs most when thousands of calls are compiled.
/// Errors say what was expected and what was found, never the value itself.
/// </remarks>
[SuppressMessage("Naming", "CA1720", Justification = "Methods are named after what they read.")]
public static partial class JsonRead
{
    /// <summary>Checks that an object starts here.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <exception cref="JsonException">The value is not an object.</exception>
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonFault.Expected("an object", in reader);
        }
    }

    /// <summary>Whether the value is <c>null</c>.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>True on <c>null</c>.</returns>
    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Reads a string.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The string; half a surrogate pair in it is kept.</returns>
    /// <exception cref="JsonException">Not a string, or not UTF-8.</exception>
    public static string String(ref Utf8JsonReader reader)
    {
        ExpectString(in reader, "a string");
        return JsonStrings.Read(ref reader);
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The truth value.</returns>
    /// <exception cref="JsonException">Neither of the two.</exception>
    public static bool Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw JsonFault.Expected("true or false", in reader),
    };

    /// <summary>Reads any value.</summary>
    /// <param name="reader">A reader on the value's first token.</param>
    /// <returns>The value, on memory of its own.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonElement Any(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Reads a value that none of the cases of a union fits.</summary>
    /// <inheritdoc cref="Any"/>
    public static JsonElement Unfit(ref Utf8JsonReader reader)
    {
        Misfit.Unread();
        return Any(ref reader);
    }

    /// <summary>Reads an object of any shape. Of members with the same name the last one counts.</summary>
    /// <param name="reader">A reader on the value's first token.</param>
    /// <returns>The object.</returns>
    /// <exception cref="JsonException">The value is not an object.</exception>
    public static JsonObject Object(ref Utf8JsonReader reader)
    {
        StartObject(ref reader);
        return JsonNodes.ReadObject(ref reader);
    }

    /// <summary>Says that a required member is not there.</summary>
    /// <param name="wireName">The member's name in JSON.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Missing(string wireName) => new($"required member \"{wireName}\" is missing");

    private static void ExpectString(in Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonFault.Expected(expected, in reader);
        }
    }

    // A reader over a part of the text, as JsonSerializer makes them, cannot Skip, but the whole value is always there.
    internal static void SkipValue(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
        {
            throw JsonFault.Incomplete();
        }
    }

    private static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw JsonFault.Incomplete();
        }
    }
}
