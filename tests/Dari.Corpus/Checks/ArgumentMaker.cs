using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Corpus.Generation;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;
using Dari.Generator.Model;
using Dari.Json;

namespace Dari.Corpus.Checks;

/// <summary>Makes a value of a generated method's parameter: models from an instance of their schema, the rest by its type.</summary>
internal sealed class ArgumentMaker(SpecJson spec, LoadedClient client, int seed)
{
    private static readonly Dictionary<Type, Func<object>> Plain = new()
    {
        [typeof(string)] = () => "value ü 1",
        [typeof(bool)] = () => true,
        [typeof(int)] = () => 7,
        [typeof(long)] = () => 7L,
        [typeof(uint)] = () => 7u,
        [typeof(ulong)] = () => 7ul,
        [typeof(float)] = () => 1.5f,
        [typeof(double)] = () => 1.5,
        [typeof(decimal)] = () => 1.5m,
        [typeof(DateTimeOffset)] = () => DateTimeOffset.Parse("2024-02-29T12:00:00+02:00", CultureInfo.InvariantCulture),
        [typeof(DateOnly)] = () => new DateOnly(2024, 2, 29),
        [typeof(TimeOnly)] = () => new TimeOnly(12, 30),
        [typeof(TimeSpan)] = () => TimeSpan.FromSeconds(90),
        [typeof(Guid)] = () => new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        [typeof(Uri)] = () => new Uri("https://example.com/a?b=c"),
        [typeof(ReadOnlyMemory<byte>)] = () => (ReadOnlyMemory<byte>)new byte[] { 1, 2, 3 },
        [typeof(JsonElement)] = () => JsonElement.Parse("\"any\""),
        [typeof(JsonObject)] = () => new JsonObject { ["a"] = 1 },
        [typeof(Stream)] = () => new MemoryStream([1, 2, 3]),
        [typeof(FileUpload)] = () => FileUpload.FromText("content", "file.txt"),
    };

    private readonly Dictionary<string, TypeModel> _models = client.Model.Types.ToDictionary(type => type.Name.Plain, StringComparer.Ordinal);

    /// <summary>An argument. The runtime refuses an empty part of a path: it would name another route.</summary>
    public object? Argument(Type type, bool isInPath)
    {
        object? value = Make(type);
        for (int i = 1; isInPath && value?.ToString() is "" && i < 20; i++)
        {
            value = new ArgumentMaker(spec, client, seed + i).Make(type);
        }

        return value;
    }

    public object? Make(Type type)
    {
        if (Plain.TryGetValue(type, out Func<object>? make))
        {
            return make();
        }

        if (type == typeof(RequestOptions) || type == typeof(JsonMembers))
        {
            return null;
        }

        if (type == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        if (!type.IsGenericType)
        {
            return Model(type);
        }

        Type[] inner = type.GetGenericArguments();
        Type definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Nullable<>))
        {
            return Make(inner[0]);
        }

        if (definition == typeof(IReadOnlyList<>))
        {
            var list = Array.CreateInstance(inner[0], 2);
            list.SetValue(Make(inner[0]), 0);
            list.SetValue(Make(inner[0]), 1);
            return list;
        }

        if (definition == typeof(IAsyncEnumerable<>))
        {
            object items = Make(typeof(IReadOnlyList<>).MakeGenericType(inner))!;
            return typeof(AsyncEnumerable).GetMethods().Single(method => method.Name == nameof(AsyncEnumerable.ToAsyncEnumerable))
                .MakeGenericMethod(inner).Invoke(null, [items]);
        }

        object made = Activator.CreateInstance(
            definition == typeof(IReadOnlyDictionary<,>) ? typeof(Dictionary<,>).MakeGenericType(inner) : type,
            definition == typeof(Optional<>) ? [Make(inner[0])] : [])!;
        (made as System.Collections.IDictionary)?.Add("key", Make(inner[1]));
        return made;
    }

    private object? Model(Type type)
    {
        if (_models.TryGetValue(type.Name, out TypeModel? model) && LoadedClient.HasJson(model))
        {
            string[] place = model.Pointer.Split('/');
            JsonNode? instance = new InstanceWriter(spec, new Random(seed), Fullness.All)
                .Write(spec.At(model.Pointer), place.Length == (spec.IsSwagger ? 3 : 4) ? place[^1] : null);
            return JsonSerializer.Deserialize(instance?.ToJsonString() ?? "{}", type, client.Json);
        }

        object made = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(made, Make(property.PropertyType));
        }

        return made;
    }
}
