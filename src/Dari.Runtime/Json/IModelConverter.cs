using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dari.Json;

/// <summary>What a <see cref="ModelResolver"/> asks of the converter of a model; not generic, so that thousands cost little.</summary>
public interface IModelConverter
{
    /// <summary>The model.</summary>
    internal Type Model { get; }

    /// <summary>Describes the model, or a collection of it, to System.Text.Json.</summary>
    /// <param name="type">The type that is asked for.</param>
    /// <param name="options">For whom.</param>
    /// <returns>The description; null where the type is not one of those that come with each model.</returns>
    internal JsonTypeInfo? Describe(Type type, JsonSerializerOptions options);
}
