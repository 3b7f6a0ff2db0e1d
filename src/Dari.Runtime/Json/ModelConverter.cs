using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dari.Json;

/// <summary>Lets System.Text.Json read and write a model by its generated code.</summary>
/// <typeparam name="T">The model.</typeparam>
public abstract class ModelConverter<T> : JsonConverter<T>, IModelConverter
    where T : notnull
{
    Type IModelConverter.Model => typeof(T);

    /// <summary>Reads a model.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The client is <c>Lean</c>, and no operation receives the model.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw Lacking("no operation receives it");

    /// <summary>Writes a model.</summary>
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The client is <c>Lean</c>, and no operation sends the model.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw Lacking("no operation sends it");

    // A description is made when it is asked for: a program uses few of the models of a large document.
    JsonTypeInfo? IModelConverter.Describe(Type type, JsonSerializerOptions options) =>
        type == typeof(T) ? JsonMetadataServices.CreateValueInfo<T>(options, this)
        : type == typeof(T[]) ? JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>())
        : type == typeof(List<T>)
            ? JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => [] })
        : type == typeof(IReadOnlyList<T>)
            ? JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new())
        : type == typeof(IEnumerable<T>)
            ? JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new())
        : type == typeof(Dictionary<string, T>)
            ? JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(options, new() { ObjectCreator = static () => [] })
        : type == typeof(IReadOnlyDictionary<string, T>)
            ? JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(options, new())
        : DescribeNullable(type, options);

    private static NotSupportedException Lacking(string why) =>
        new($"{typeof(T).Name} has no code for this: {why}, and the client is Lean.");

    private protected virtual JsonTypeInfo? DescribeNullable(Type type, JsonSerializerOptions options) => null;
}
