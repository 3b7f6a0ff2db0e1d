using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dari.Json;

/// <summary>Lets System.Text.Json read and write a model by its generated code.</summary>
/// <typeparam name="T">The model.</typeparam>
/// <typeparam name="TCode">The generated class that derives from this one.</typeparam>
/// <remarks>Here once for all models: two methods fewer in each are what a compiler of thousands of models notices.</remarks>
public abstract class ModelConverter<T, TCode> : JsonConverter<T>
    where TCode : ModelConverter<T, TCode>, IJsonCode<T>
{
    private static readonly WriteJson<T> WriteModel = TCode.Write;

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TCode.Read(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonOutput.Write(writer, value, WriteModel);
}
