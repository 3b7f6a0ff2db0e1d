using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Corpus.Generation;
using Dari.Generator.Model;

namespace Dari.Corpus.Checks.Requests;

/// <summary>Makes the argument of a generated method that stands for a JSON value.</summary>
internal sealed class ArgumentMaker(LoadedClient client)
{
    private static readonly Dictionary<Type, Func<JsonNode, object?>> Plain = new()
    {
        [typeof(string)] = WireValue.Text,
        [typeof(bool)] = json => json.GetValue<bool>(),
        [typeof(int)] = json => int.Parse(Number(json), NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(long)] = json => long.Parse(Number(json), NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(uint)] = json => uint.Parse(Number(json), NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(ulong)] = json => ulong.Parse(Number(json), NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(float)] = json => float.Parse(Number(json), CultureInfo.InvariantCulture),
        [typeof(double)] = json => double.Parse(Number(json), CultureInfo.InvariantCulture),
        [typeof(decimal)] = json => decimal.Parse(Number(json), NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(DateTimeOffset)] = json => DateTimeOffset.Parse(json.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        [typeof(DateOnly)] = json => DateOnly.Parse(json.ToString(), CultureInfo.InvariantCulture),
        [typeof(Guid)] = json => Guid.Parse(json.ToString()),
        [typeof(Uri)] = json => new Uri(json.ToString(), UriKind.RelativeOrAbsolute),
        [typeof(ReadOnlyMemory<byte>)] = json => (ReadOnlyMemory<byte>)Convert.FromBase64String(json.ToString()),
        [typeof(JsonElement)] = json => JsonElement.Parse(json.ToJsonString()),
        [typeof(JsonObject)] = json => json.DeepClone().AsObject(),
        [typeof(Stream)] = json => new MemoryStream(Encoding.UTF8.GetBytes(json.ToString())),
        [typeof(FileUpload)] = json => File(json, null),
    };

    private readonly Dictionary<string, TypeModel> _models = client.Model.Types.ToDictionary(type => type.Name.Plain, StringComparer.Ordinal);

    /// <exception cref="Exception">The value is none that the type has.</exception>
    public object? Make(Type type, JsonNode? json)
    {
        if (json is null)
        {
            return type == typeof(JsonElement) ? JsonElement.Parse("null") : null;
        }

        if (Plain.TryGetValue(type, out Func<JsonNode, object?>? make))
        {
            return make(json);
        }

        if (!type.IsGenericType)
        {
            return _models.TryGetValue(type.Name, out TypeModel? model) && !LoadedClient.HasJson(model)
                ? Form(type, (ObjectModel)model, (JsonObject)json)
                : JsonSerializer.Deserialize(json.ToJsonString(), type, client.Json);
        }

        Type[] inner = type.GetGenericArguments();
        Type definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Nullable<>))
        {
            return Make(inner[0], json);
        }

        if (definition == typeof(Optional<>))
        {
            return Activator.CreateInstance(type, Make(inner[0], json));
        }

        if (definition == typeof(IReadOnlyDictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(inner))!;
            foreach ((string key, JsonNode? value) in (JsonObject)json)
            {
                map.Add(key, Make(inner[1], value));
            }

            return map;
        }

        var list = (JsonArray)json;
        var items = Array.CreateInstance(inner[0], list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            items.SetValue(Make(inner[0], list[i]), i);
        }

        return definition != typeof(IAsyncEnumerable<>) ? items
            : typeof(AsyncEnumerable).GetMethods().Single(method => method.Name == nameof(AsyncEnumerable.ToAsyncEnumerable))
                .MakeGenericMethod(inner).Invoke(null, [items]);
    }

    /// <summary>A record whose members are set one by one, by their names on the wire.</summary>
    public object Record(Type type, IEnumerable<(string Property, JsonNode? Value)> members)
    {
        object made = Activator.CreateInstance(type)!;
        foreach ((string name, JsonNode? value) in members.Where(member => member.Value is not null))
        {
            System.Reflection.PropertyInfo property = type.GetProperty(name)!;
            property.SetValue(made, Make(property.PropertyType, value));
        }

        return made;
    }

    private object Form(Type type, ObjectModel model, JsonObject json) =>
        Record(type, model.Properties.Select(property => (property.Name.Plain, json[property.WireName])));

    /// <param name="json">Its text.</param>
    /// <param name="type">What it says that it is; null for nothing.</param>
    public static FileUpload File(JsonNode json, string? type) => FileUpload.FromBytes(Encoding.UTF8.GetBytes(json.ToString()), "file.txt", type);

    private static string Number(JsonNode json) => json.ToString();
}
