using System.Collections.Concurrent;
using System.Text.Json;
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
    private readonly ConcurrentDictionary<Type, IModelConverter> _converters = new();

    /// <summary>Makes a resolver; the derived constructor adds the models.</summary>
    protected ModelResolver()
    {
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type == typeof(string))
        {
            // The keys of dictionaries.
            return JsonMetadataServices.CreateValueInfo<string>(options, JsonMetadataServices.StringConverter);
        }

        return _converters.TryGetValue(type, out IModelConverter? converter) || _converters.TryGetValue(ItemOf(type), out converter)
            ? converter.Describe(type, options)
            : null;
    }

    /// <summary>Adds a model.</summary>
    /// <param name="converter">Its converter.</param>
    protected void Add(IModelConverter converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        _converters[converter.Model] = converter;
    }

    // Of a list or a nullable its only argument, of a dictionary its values.
    private static Type ItemOf(Type type) =>
        type.IsGenericType ? type.GenericTypeArguments[^1]
        : type.IsArray ? type.GetElementType()!
        : type;
}
