using System.Text.Json;

namespace Dari.Json;

// What an optional or nullable member of the commonest kinds takes is said here once, not in each model.
public static partial class JsonRead
{
    /// <summary>Reads such a value, or <c>null</c>.</summary>
    /// <inheritdoc cref="String"/>
    public static string? NullableString(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : String(ref reader);

    /// <summary>Reads such a value, or <c>null</c>.</summary>
    /// <inheritdoc cref="Boolean"/>
    public static bool? NullableBoolean(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : Boolean(ref reader);

    /// <summary>Reads such a value, or <c>null</c>.</summary>
    /// <inheritdoc cref="Int32"/>
    public static int? NullableInt32(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : Int32(ref reader);

    /// <summary>Reads such a value, or <c>null</c>.</summary>
    /// <inheritdoc cref="Int64"/>
    public static long? NullableInt64(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : Int64(ref reader);

    /// <summary>Reads such a value, or <c>null</c>.</summary>
    /// <inheritdoc cref="Double"/>
    public static double? NullableDouble(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : Double(ref reader);

    /// <summary>Reads such a value, or <c>null</c>.</summary>
    /// <inheritdoc cref="DateTime"/>
    public static DateTimeOffset? NullableDateTime(ref Utf8JsonReader reader) => IsNull(ref reader) ? null : DateTime(ref reader);
}
