using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dari.Json;

/// <summary>Lets System.Text.Json read and write a model that is a struct, and <c>T?</c> with it.</summary>
/// <typeparam name="T">The model.</typeparam>
public abstract class StructConverter<T> : ModelConverter<T>
    where T : struct
{
    private protected sealed override JsonTypeInfo? DescribeNullable(Type type, JsonSerializerOptions options) =>
        type == typeof(T?) ? JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options)) : null;
}
