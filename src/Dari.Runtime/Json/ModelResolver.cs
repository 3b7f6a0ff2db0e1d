using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dari.Json;

/// <summary>
/// Gives generated models to System.Text.Json without reflection, alone or combined with a user's own context.
/// </summary>
/// <remarks>
/// For each model <c>T</c> it serves <c>T</c>, <c>T?</c> of a struct, <c>T[]</c>, <c>List&lt;T&gt;</c>,
/// <c>IReadOnlyList&lt;T&gt;</c>,
/// <c>IEnumerable&lt;T&gt;</c>, and dictionaries from string to <c>T</c>. Safe to share between threads.
/// </remarks>
public abstract class ModelResolver : IJsonTypeInfoResolver
{
    private readonly ConcurrentDictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = new();

    /// <summary>Makes a resolver; the derived constructor adds the models.</summary>
    protected ModelResolver()
    {
        // The keys of dictionaries.
        _types[typeof(string)] = static options =>
            JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter);
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        _types.TryGetValue(type, out Func<JsonSerializerOptions, JsonTypeInfo>? make) ? make(options) : null;

    /// <summary>Adds a model that is a class.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="converter">Its converter.</param>
    /// <param name="unused">Leave it out. It lets the compiler choose between classes and structs.</param>
    protected void Add<T>(JsonConverter<T> converter, T? unused = null)
        where T : class => AddShapes(converter);

    /// <summary>Adds a model that is a struct.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="converter">Its converter.</param>
    /// <param name="unused">Leave it out. It lets the compiler choose between classes and structs.</param>
    protected void Add<T>(JsonConverter<T> converter, T? unused = null)
        where T : struct
    {
        AddShapes(converter);
        _types[typeof(T?)] = static options =>
            JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));
    }

    private void AddShapes<T>(JsonConverter<T> converter)
        where T : notnull
    {
        _types[typeof(T)] = options => JsonMetadataServices.CreateValueInfo<T>(options, converter);
        _types[typeof(T[])] = static options =>
            JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>());
        _types[typeof(List<T>)] = static options =>
            JsonMetadataServices.CreateListInfo<List<T>, T>(options, new() { ObjectCreator = static () => [] });
        _types[typeof(IReadOnlyList<T>)] = static options =>
            JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new());
        _types[typeof(IEnumerable<T>)] = static options =>
            JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(options, new());
        _types[typeof(Dictionary<string, T>)] = static options =>
            JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, T>, string, T>(
                options, new() { ObjectCreator = static () => [] });
        _types[typeof(IReadOnlyDictionary<string, T>)] = static options =>
            JsonMetadataServices.CreateIReadOnlyDictionaryInfo<IReadOnlyDictionary<string, T>, string, T>(
                options, new());
    }
}
