using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Values;

/// <summary>Writes JSON that a schema allows, at random but the same for the same seed.</summary>
internal sealed class InstanceWriter(SpecJson spec, Random random, Fullness fullness, string[]? texts = null)
{
    private const int Deep = 5;
    private const int TooDeep = 16;
    private const int Tries = 8;
    private readonly ScalarWriter _scalars = new(random, texts);
    private readonly Discriminators _discriminators = new(spec);
    private IReadOnlyList<JsonObject> _scope = [];
    private int _nodes;

    /// <summary>Values of enumerations that the document does not list are among the others.</summary>
    public bool HasUnknownValues { get; init; }

    /// <summary>Members that the document does not name are among the others.</summary>
    public bool HasUnknown { get; init; } = true;

    /// <param name="schema">The schema, or a reference to it.</param>
    /// <param name="name">The name under which the document declares it, for discriminators.</param>
    /// <exception cref="NoInstanceException">There is no end to what the schema requires.</exception>
    public JsonNode? Write(JsonNode? schema, string? name = null) => Write(schema, name, 0, isRoot: true, isCase: false);

    private JsonNode? Write(JsonNode? schema, string? name, int depth, bool isRoot, bool isCase)
    {
        if (depth > TooDeep || _nodes > 20_000)
        {
            throw new NoInstanceException();
        }

        _nodes++;
        var flat = new FlatSchema(spec, schema, _scope);
        name ??= flat.Name;
        if (!isRoot && spec.IsNull(schema))
        {
            return null;
        }

        if (!isRoot && flat.IsNullable && (flat.SaysNull || flat.Types is { Count: > 0 }) && random.Next(4) == 0)
        {
            return null;
        }

        if (_discriminators.Child(flat, name, random) is { } child)
        {
            flat = new FlatSchema(spec, new JsonObject { ["$ref"] = child }, _scope);
            name = child.Split('/')[^1];
        }

        IReadOnlyList<JsonObject> outer = _scope;
        _scope = flat.Scope;
        JsonNode? written = Write(flat, name, depth, isCase);
        _scope = outer;
        return written;
    }

    private JsonNode? Write(FlatSchema flat, string? name, int depth, bool isCase)
    {
        var fixedMembers = new Dictionary<string, string>(StringComparer.Ordinal);
        _discriminators.Fix(flat, name, fixedMembers);
        while (flat.Choices.Count > 0)
        {
            (JsonArray cases, JsonNode? discriminator) = flat.Choices[0];
            flat.Choices.RemoveAt(0);
            JsonNode?[] open = [.. cases.Where(option => spec.Follow(option) is JsonObject && !spec.IsNull(option))];
            if (open.Length == 0)
            {
                return null;
            }

            // A base lists all values, what builds on it one of them.
            open = [.. open.Where(option => flat.Allows(new FlatSchema(spec, option)))];
            if (open.Length == 0)
            {
                continue;
            }

            // Where it is deep, the case that came first is as good as another one but often smaller.
            JsonNode? picked = open[depth > Deep ? (_nodes % open.Length) : random.Next(open.Length)];
            isCase = true;
            if (discriminator is not null)
            {
                _discriminators.FixCase(flat, name, discriminator, picked, fixedMembers);
            }

            var inner = new FlatSchema(spec, picked);
            _discriminators.Fix(inner, inner.Name, fixedMembers);
            flat.Add(picked);
        }

        if (flat.IsImpossible)
        {
            throw new NoInstanceException();
        }

        if (flat.Keywords.TryGetValue("const", out JsonNode? constant))
        {
            return flat.Keywords.GetValueOrDefault("enum") is not JsonArray listed || listed.Any(value => JsonNode.DeepEquals(value, constant))
                ? constant.DeepClone()
                : throw new NoInstanceException();
        }

        if (flat.Keywords.TryGetValue("enum", out JsonNode? values) && values is JsonArray { Count: > 0 } list)
        {
            return Enumerated(flat, list, isCase);
        }

        return Kind(flat) switch
        {
            "object" => Members(flat, fixedMembers, depth, isCase),
            "array" => Items(flat, depth),
            "string" or "file" => _scalars.Text(flat),
            "integer" => _scalars.Numbers.Integer(flat),
            "number" => _scalars.Numbers.Number(flat),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            _ => _scalars.Any(withNull: depth > 0),
        };
    }

    private string Kind(FlatSchema flat)
    {
        if (flat.Types is { Count: > 0 } types)
        {
            string[] kinds = [.. types.Order(StringComparer.Ordinal)];

            // Text beside a number is the number's text when a pattern says so.
            return flat.Keywords.ContainsKey("pattern") && kinds.Length > 1
                ? kinds.FirstOrDefault(kind => kind is "integer" or "number") ?? kinds[0]
                : kinds[random.Next(kinds.Length)];
        }

        return flat.Properties.Count > 0 || flat.SaysAdditional || flat.IsClosed || flat.Required.Count > 0 ? "object"
            : flat.Keywords.ContainsKey("items") || flat.Keywords.ContainsKey("prefixItems") ? "array"
            : flat.Keywords.ContainsKey("pattern") || flat.Keywords.GetValueOrDefault("format")?.ToString()
                is "date-time" or "date" or "uuid" or "uri" or "byte" or "email" or "hostname" or "ipv4" or "ipv6" or "password" or "binary" ? "string"
            : flat.Keywords.GetValueOrDefault("format")?.ToString() is "int32" or "int64" ? "integer"
            : flat.Keywords.GetValueOrDefault("format")?.ToString() is "float" or "double" ? "number"
            : "any";
    }

    private JsonNode? Enumerated(FlatSchema flat, JsonArray values, bool isCase)
    {
        JsonNode?[] known = [.. values.Where(value => value is not null && Fits(flat, value))];
        if (known.Length == 0)
        {
            // What the type says wins over how a value is written.
            return flat.Types?.Contains("string") == true ? JsonValue.Create(values[0]?.ToString() ?? "")
                : flat.Types is not null && flat.Types.Overlaps(["integer", "number"]) && decimal.TryParse(values[0]?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out decimal number)
                ? JsonValue.Create(number)
                : values[0]?.DeepClone();
        }

        // A service adds values; a single one is a constant, and in a choice it tells the cases apart.
        return HasUnknownValues && known.Length > 1 && !isCase && flat.Types?.Contains("string") == true && random.Next(4) == 0
            ? JsonValue.Create("a value of next year ✓")
            : known[random.Next(known.Length)]!.DeepClone();
    }

    private static bool Fits(FlatSchema flat, JsonNode value) => flat.Types is not { Count: > 0 } types || value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => types.Contains("string"),
        System.Text.Json.JsonValueKind.Number => types.Contains("integer") || types.Contains("number"),
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => types.Contains("boolean"),
        _ => true,
    };

    private JsonObject Members(FlatSchema flat, Dictionary<string, string> fixedMembers, int depth, bool isCase)
    {
        var json = new JsonObject();
        foreach ((string name, JsonNode? property) in flat.Properties.Where(property => property.Value?.ToString() != "false"))
        {
            if (fixedMembers.TryGetValue(name, out string? value) && MaySay(new FlatSchema(spec, property), value))
            {
                json[name] = value;
            }
            else if (flat.Required.Contains(name) || value is not null)
            {
                json[name] = Write(property, null, depth + 1, isRoot: false, isCase);
            }
            else if (IsPresent(depth))
            {
                try
                {
                    json[name] = Write(property, null, depth + 1, isRoot: false, isCase);
                }
                catch (NoInstanceException)
                {
                    // It is optional.
                    json.Remove(name);
                }
            }
        }

        foreach ((string name, string value) in fixedMembers)
        {
            // Members that are not named may have to be of another kind: then there is no way to say which case it is.
            if (!json.ContainsKey(name))
            {
                json[name] = flat.Additional is not { } other || flat.Properties.ContainsKey(name) || MaySay(new FlatSchema(spec, other), value)
                    ? value
                    : throw new NoInstanceException();
            }
        }

        // A closed schema that requires what it does not name allows nothing; services send what it names.
        foreach (string name in flat.Required.Where(name => !flat.IsClosed && !flat.Properties.ContainsKey(name) && !json.ContainsKey(name)))
        {
            json[name] = flat.Additional is { } schema ? Write(schema, null, depth + 1, false, isCase) : "required";
        }

        int least = (int)Math.Clamp(flat.Number("minProperties") ?? 0, 0, 50);
        decimal most = flat.Number("maxProperties") ?? 50;
        if (HasUnknown && !flat.IsClosed && !flat.Keywords.ContainsKey("patternProperties") && json.Count < most && (json.Count < least || IsPresent(depth)))
        {
            string[] names = ["unknown ключ \"1\"", .. Enumerable.Range(0, least).Select(i => "unknown" + i)];
            foreach (string name in names.Take(Math.Max(1, least - json.Count)).Select(name => Name(flat, name)).Where(name => !json.ContainsKey(name)))
            {
                json[name] = flat.Additional is { } schema ? Write(schema, null, depth + 1, false, isCase) : _scalars.Any();
            }
        }

        return json;
    }

    /// <summary>The name of a member that the document does not name but may describe.</summary>
    private string Name(FlatSchema flat, string otherwise) =>
        flat.Keywords.GetValueOrDefault("propertyNames") is JsonObject names && new FlatSchema(spec, names) is var described
            ? described.Keywords.GetValueOrDefault("enum") is JsonArray { Count: > 0 } list ? list[random.Next(list.Count)]?.ToString() ?? "" : _scalars.Text(described).ToString()
            : otherwise;

    /// <summary>Where the member lists its values or has another form, a name that is none of them would not be valid.</summary>
    private bool MaySay(FlatSchema member, string value) =>
        member.Types?.Contains("string") != false
        && member.Keywords.GetValueOrDefault("format")?.ToString() is not ("uuid" or "date" or "date-time" or "byte" or "uri")
        && (!member.Keywords.TryGetValue("const", out JsonNode? constant) || constant.ToString() == value)
        && (member.Keywords.GetValueOrDefault("enum") is not JsonArray list || list.Any(known => known?.ToString() == value))
        && member.Choices.All(choice => choice.Cases.Any(option => MaySay(new FlatSchema(spec, option), value)));

    private JsonArray Items(FlatSchema flat, int depth)
    {
        int least = (int)Math.Clamp(flat.Number("minItems") ?? 0, 0, 50);
        int most = (int)Math.Clamp(flat.Number("maxItems") ?? 50, least, 50);
        int count = Math.Clamp(depth > Deep || fullness == Fullness.None || _nodes > 2000 ? 0 : random.Next(3), least, most);
        var first = flat.Keywords.GetValueOrDefault("prefixItems") as JsonArray;
        bool isUnique = flat.Keywords.GetValueOrDefault("uniqueItems")?.ToString() == "true";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var json = new JsonArray();
        for (int i = 0; json.Count < count && i < count + Tries; i++)
        {
            JsonNode? schema = first is not null && json.Count < first.Count ? first[json.Count] : flat.Keywords.GetValueOrDefault("items");
            if (schema?.ToString() == "false")
            {
                break;
            }

            JsonNode? item = Write(schema, null, depth + 1, isRoot: false, isCase: false);

            // The other validator takes 1 and "1" for the same.
            if (!isUnique || seen.Add(item?.ToString() ?? ""))
            {
                json.Add(item);
            }
        }

        return json;
    }

    private bool IsPresent(int depth) => depth <= Deep && _nodes < 2000 && fullness switch
    {
        Fullness.None => false,
        Fullness.All => depth < 2 || random.Next(depth) == 0,
        _ => random.Next(depth + 2) == 0,
    };
}
