using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dari.Generator.Model;

namespace Dari.Corpus.Generation;

/// <summary>The generated types, and the serializer as a user would set it up for them.</summary>
internal sealed class LoadedClient
{
    public LoadedClient(Assembly assembly, ClientModel model)
    {
        (Assembly, Model) = (assembly, model);
        Type resolver = TypeOf(model.Name.Plain + "Json");
        Json = new JsonSerializerOptions
        {
            TypeInfoResolver = (IJsonTypeInfoResolver)resolver.GetProperty("Default")!.GetValue(null)!,
        };
    }

    public Assembly Assembly { get; }

    public ClientModel Model { get; }

    public JsonSerializerOptions Json { get; }

    public Type TypeOf(string name) => Assembly.GetType(GeneratedDocument.Namespace + "." + name, throwOnError: true)!;

    /// <summary>Whether the client reads and writes a type as JSON.</summary>
    public static bool HasJson(TypeModel type) => type is ObjectModel { HasJson: true } or EnumModel or UnionModel or ChoiceModel;
}
