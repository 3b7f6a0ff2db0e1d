using System.Runtime.CompilerServices;

namespace Dari.Json;

// What an optional or nullable member of the commonest kinds takes is said here once, not in each model.
public static partial class JsonWrite
{
    /// <summary>Writes a member; nothing for null.</summary>
    /// <inheritdoc cref="String"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OptionalString(JsonOutput writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            String(writer, name, value);
        }
    }

    /// <summary>Writes a member; null as <c>null</c>, nothing where it is absent.</summary>
    /// <inheritdoc cref="String"/>
    public static void OptionalNullableString(JsonOutput writer, ReadOnlySpan<byte> name, Optional<string?> value)
    {
        if (value.HasValue)
        {
            String(writer, name, value.Value);
        }
    }

    /// <summary>Writes a member; nothing for null.</summary>
    /// <inheritdoc cref="String"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OptionalBoolean(JsonOutput writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value.HasValue)
        {
            Boolean(writer, name, value.GetValueOrDefault());
        }
    }

    /// <inheritdoc cref="String"/>
    public static void NullableBoolean(JsonOutput writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value.HasValue)
        {
            Boolean(writer, name, value.GetValueOrDefault());
        }
        else
        {
            Null(writer, name);
        }
    }

    /// <summary>Writes a member; null as <c>null</c>, nothing where it is absent.</summary>
    /// <inheritdoc cref="String"/>
    public static void OptionalNullableBoolean(JsonOutput writer, ReadOnlySpan<byte> name, Optional<bool?> value)
    {
        if (value.HasValue)
        {
            NullableBoolean(writer, name, value.Value);
        }
    }

    /// <summary>Writes a member; nothing for null.</summary>
    /// <inheritdoc cref="String"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OptionalInt32(JsonOutput writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value.HasValue)
        {
            Int32(writer, name, value.GetValueOrDefault());
        }
    }

    /// <inheritdoc cref="String"/>
    public static void NullableInt32(JsonOutput writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value.HasValue)
        {
            Int32(writer, name, value.GetValueOrDefault());
        }
        else
        {
            Null(writer, name);
        }
    }

    /// <summary>Writes a member; null as <c>null</c>, nothing where it is absent.</summary>
    /// <inheritdoc cref="String"/>
    public static void OptionalNullableInt32(JsonOutput writer, ReadOnlySpan<byte> name, Optional<int?> value)
    {
        if (value.HasValue)
        {
            NullableInt32(writer, name, value.Value);
        }
    }

    /// <summary>Writes a member; nothing for null.</summary>
    /// <inheritdoc cref="String"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OptionalInt64(JsonOutput writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value.HasValue)
        {
            Int64(writer, name, value.GetValueOrDefault());
        }
    }

    /// <inheritdoc cref="String"/>
    public static void NullableInt64(JsonOutput writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value.HasValue)
        {
            Int64(writer, name, value.GetValueOrDefault());
        }
        else
        {
            Null(writer, name);
        }
    }

    /// <summary>Writes a member; null as <c>null</c>, nothing where it is absent.</summary>
    /// <inheritdoc cref="String"/>
    public static void OptionalNullableInt64(JsonOutput writer, ReadOnlySpan<byte> name, Optional<long?> value)
    {
        if (value.HasValue)
        {
            NullableInt64(writer, name, value.Value);
        }
    }

    /// <summary>Writes a member; nothing for null.</summary>
    /// <inheritdoc cref="String"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OptionalDouble(JsonOutput writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value.HasValue)
        {
            Double(writer, name, value.GetValueOrDefault());
        }
    }

    /// <inheritdoc cref="String"/>
    public static void NullableDouble(JsonOutput writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value.HasValue)
        {
            Double(writer, name, value.GetValueOrDefault());
        }
        else
        {
            Null(writer, name);
        }
    }

    /// <summary>Writes a member; null as <c>null</c>, nothing where it is absent.</summary>
    /// <inheritdoc cref="String"/>
    public static void OptionalNullableDouble(JsonOutput writer, ReadOnlySpan<byte> name, Optional<double?> value)
    {
        if (value.HasValue)
        {
            NullableDouble(writer, name, value.Value);
        }
    }

    /// <summary>Writes a member; nothing for null.</summary>
    /// <inheritdoc cref="String"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OptionalDateTime(JsonOutput writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value.HasValue)
        {
            DateTime(writer, name, value.GetValueOrDefault());
        }
    }

    /// <inheritdoc cref="String"/>
    public static void NullableDateTime(JsonOutput writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value.HasValue)
        {
            DateTime(writer, name, value.GetValueOrDefault());
        }
        else
        {
            Null(writer, name);
        }
    }

    /// <summary>Writes a member; null as <c>null</c>, nothing where it is absent.</summary>
    /// <inheritdoc cref="String"/>
    public static void OptionalNullableDateTime(JsonOutput writer, ReadOnlySpan<byte> name, Optional<DateTimeOffset?> value)
    {
        if (value.HasValue)
        {
            NullableDateTime(writer, name, value.Value);
        }
    }
}
