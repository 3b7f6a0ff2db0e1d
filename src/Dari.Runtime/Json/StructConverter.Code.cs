using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dari.Json;

/// <summary>Lets System.Text.Json read and write a model that is a struct by its generated code.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <typeparam name="TCode">The generated class that derives from this one.</typeparam>
/// <remarks>
/// The methods of <see cref="ModelConverter{T, TCode}"/> once more: <c>T?</c> of a struct is another type, which no generic code shares.
/// </remarks>
[SuppressMessage("Design", "CA1000", Justification = "Called by the name of the class that derives, which is not generic.")]
public abstract class StructConverter<T, TCode> : StructConverter<T>
    where T : struct
    where TCode : StructConverter<T, TCode>, IJsonCode<T>
{
    private static readonly WriteJson<T> WriteModel = TCode.Write;

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TCode.Read(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonOutput.Write(writer, value, WriteModel);

    /// <summary>Reads a model, or <c>null</c>.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The model.</returns>
    public static T? ReadNullable(ref Utf8JsonReader reader) => JsonRead.IsNull(ref reader) ? null : TCode.Read(ref reader);

    /// <summary>Reads a model, or <c>null</c> as absent.</summary>
    /// <param name="reader">A reader on the value.</param>
    /// <returns>The model.</returns>
    public static T? ReadOptional(ref Utf8JsonReader reader) => JsonRead.IsAbsent(ref reader) ? null : TCode.Read(ref reader);

    /// <summary>Writes a member; nothing for null.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The name in UTF-8, which needs no escaping.</param>
    /// <param name="value">The model.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteOptional(JsonOutput writer, ReadOnlySpan<byte> name, T? value)
    {
        if (value is { } present)
        {
            JsonWrite.Name(writer, name);
            TCode.Write(writer, present);
        }
    }

    /// <summary>Writes a member; null as <c>null</c>.</summary>
    /// <inheritdoc cref="WriteOptional"/>
    public static void WriteNullable(JsonOutput writer, ReadOnlySpan<byte> name, T? value)
    {
        if (value is { } present)
        {
            JsonWrite.Name(writer, name);
            TCode.Write(writer, present);
        }
        else
        {
            JsonWrite.Null(writer, name);
        }
    }

    /// <summary>Writes a member; null as <c>null</c>, nothing where it is absent.</summary>
    /// <inheritdoc cref="WriteOptional"/>
    public static void WriteOptionalNullable(JsonOutput writer, ReadOnlySpan<byte> name, Optional<T?> value)
    {
        if (value.HasValue)
        {
            WriteNullable(writer, name, value.Value);
        }
    }
}
