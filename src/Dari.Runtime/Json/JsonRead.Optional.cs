using System.Text.Json;

namespace Dari.Json;

public static partial class JsonRead
{
    /// <summary>Whether the value is <c>null</c> where the document allows none: it counts as absent, and is not written again.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>True on <c>null</c>.</returns>
    public static bool IsAbsent(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            return false;
        }

        // Of two cases of a union, the one that allows it fits better.
        Misfit.Dropped();
        return true;
    }

    /// <summary>Reads a string, or <c>null</c> as absent.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The value.</returns>
    public static string? OptionalString(ref Utf8JsonReader reader) => IsAbsent(ref reader) ? null : String(ref reader);

    /// <summary>Reads <c>true</c> or <c>false</c>, or <c>null</c> as absent.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The value.</returns>
    public static bool? OptionalBoolean(ref Utf8JsonReader reader) => IsAbsent(ref reader) ? null : Boolean(ref reader);

    /// <summary>Reads a 32-bit integer, or <c>null</c> as absent.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The value.</returns>
    public static int? OptionalInt32(ref Utf8JsonReader reader) => IsAbsent(ref reader) ? null : Int32(ref reader);

    /// <summary>Reads a 64-bit integer, or <c>null</c> as absent.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The value.</returns>
    public static long? OptionalInt64(ref Utf8JsonReader reader) => IsAbsent(ref reader) ? null : Int64(ref reader);

    /// <summary>Reads a number, or <c>null</c> as absent.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The value.</returns>
    public static double? OptionalDouble(ref Utf8JsonReader reader) => IsAbsent(ref reader) ? null : Double(ref reader);

    /// <summary>Reads a moment, or <c>null</c> as absent.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The value.</returns>
    public static DateTimeOffset? OptionalDateTime(ref Utf8JsonReader reader) => IsAbsent(ref reader) ? null : DateTime(ref reader);
}
