using System.Globalization;
using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Values;

/// <summary>A schema with its references followed and all parts of <c>allOf</c> put together; its choices are still open.</summary>
internal sealed class FlatSchema
{
    private static readonly string[] Least = ["minimum", "exclusiveMinimum", "minItems", "minLength", "minProperties"];
    private static readonly string[] Most = ["maximum", "exclusiveMaximum", "maxItems", "maxLength", "maxProperties"];

    private readonly SpecJson _spec;
    private readonly HashSet<JsonNode> _seen = new(ReferenceEqualityComparer.Instance);

    private bool _isImpossible;
    private bool _hasUntypedMembers;
    private int _depth;
    private int _formatDepth;

    // Within an allOf that says more, a name is that of a part.
    private bool _isPart;

    /// <param name="spec">The document.</param>
    /// <param name="schema">The schema, or a reference to it.</param>
    /// <param name="scope">The resources on the way here, from the outermost on.</param>
    public FlatSchema(SpecJson spec, JsonNode? schema, IReadOnlyList<JsonObject>? scope = null)
    {
        _spec = spec;
        Scope.AddRange(scope ?? []);
        Add(schema);
    }

    /// <summary>The schemas with an <c>$id</c> that were entered: what a dynamic reference means depends on them.</summary>
    public List<JsonObject> Scope { get; } = [];

    public OrderedDictionary<string, JsonNode?> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Keywords that hold one value; the outermost part that has one wins.</summary>
    public Dictionary<string, JsonNode> Keywords { get; } = new(StringComparer.Ordinal);

    /// <summary><c>oneOf</c> and <c>anyOf</c>, each with the discriminator beside it.</summary>
    public List<(JsonArray Cases, JsonNode? Discriminator)> Choices { get; } = [];

    /// <summary>Discriminators without a choice: those of base schemas.</summary>
    public List<JsonNode> Discriminators { get; } = [];

    /// <summary>Without <c>null</c>; <see langword="null"/> when no part says.</summary>
    public HashSet<string>? Types { get; private set; }

    /// <summary>Every part allows null.</summary>
    public bool IsNullable { get; private set; } = true;

    /// <summary>A part names null as a type, a value or a case.</summary>
    public bool SaysNull { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>The parts contradict each other: members of what another part says is no object are such a contradiction.</summary>
    public bool IsImpossible => _isImpossible || (_hasUntypedMembers && Types?.Contains("object") == false);

    public JsonNode? Additional { get; private set; }

    /// <summary>It says something of members that it does not name, so that it is about objects.</summary>
    public bool SaysAdditional { get; private set; }

    /// <summary>The last name on the way here, for discriminators.</summary>
    public string? Name { get; private set; }

    public void Add(JsonNode? schema)
    {
        if (schema is not JsonObject value || !_seen.Add(value))
        {
            return;
        }

        if (SpecJson.ResourceOf(value) is { } resource && !Scope.Contains(resource))
        {
            Scope.Add(resource);
        }

        if ((value["$ref"] ?? value["$dynamicRef"]) is JsonValue reference)
        {
            if (!_isPart && _spec.IsComponent(reference.ToString()))
            {
                Name = reference.ToString().Split('/')[^1];
            }

            Add((value.ContainsKey("$ref") ? null : Dynamic(reference.ToString())) ?? _spec.At(reference.ToString(), value));

            // Siblings of a reference count from 3.1 on; before that they are ignored, but for what makes it nullable.
            if (!_spec.Version.StartsWith("3.1", StringComparison.Ordinal) && !_spec.Version.StartsWith("3.2", StringComparison.Ordinal))
            {
                return;
            }
        }
        else
        {
            AddNull(value);
        }

        AddObject(value);
        bool wasPart = _isPart;
        JsonNode?[] parts = [.. value["allOf"] as JsonArray ?? []];
        _isPart |= parts.Count(part => SaysSomething(part) || part is JsonObject { } nested && nested.ContainsKey("allOf")) > 1 || SaysSomething(value);
        _depth++;
        foreach (JsonNode? part in parts)
        {
            Add(part);
        }

        _depth--;
        _isPart = wasPart;
    }

    /// <summary>The outermost resource that has the anchor says what it is.</summary>
    private JsonObject? Dynamic(string reference) => Scope
        .Select(resource => SpecJson.DynamicAnchor(resource, reference.TrimStart('#'))).FirstOrDefault(found => found is not null);

    private static bool SaysSomething(JsonNode? schema) =>
        schema is JsonObject value && new[] { "$ref", "properties", "required", "oneOf", "anyOf", "items", "additionalProperties", "enum" }.Any(value.ContainsKey);

    /// <summary>What a keyword with a number says.</summary>
    public decimal? Number(string keyword) => Keywords.TryGetValue(keyword, out JsonNode? node) ? Number(node) : null;

    /// <summary>Whether one of the values that this lists is one of those that a part of it lists.</summary>
    public bool Allows(FlatSchema part) =>
        Listed is not { } own || part.Listed is not { } others || own.Any(value => others.Any(other => JsonNode.DeepEquals(value, other)));

    private JsonArray? Listed => Keywords.TryGetValue("const", out JsonNode? constant) ? [constant.DeepClone()] : Keywords.GetValueOrDefault("enum") as JsonArray;

    private void AddNull(JsonObject value)
    {
        bool says = value["type"] is not null || value["enum"] is not null || value["const"] is not null
            || value["oneOf"] is not null || value["anyOf"] is not null || value["properties"] is not null;
        bool allows = value["nullable"]?.ToString() == "true" || value["x-nullable"]?.ToString() == "true"
            || (value["type"] is JsonArray types && types.Any(type => type?.ToString() == "null"))
            || value["type"]?.ToString() == "null"
            || (value["type"] is null && value["enum"] is JsonArray list && list.Contains(null))
            || _spec.IsNull(value)
            || (value["type"] is null && Cases(value).Any(_spec.IsNull));
        SaysNull |= allows;
        if (says && !allows)
        {
            IsNullable = false;
        }
    }

    private void AddObject(JsonObject value)
    {
        foreach ((string name, JsonNode? property) in value["properties"] as JsonObject ?? [])
        {
            if (!Properties.TryAdd(name, property) && property is not null)
            {
                Properties[name] = new JsonObject { ["allOf"] = new JsonArray(Properties[name]?.DeepClone(), property.DeepClone()) };
            }
        }

        foreach (JsonNode? name in value["required"] as JsonArray ?? [])
        {
            Required.Add(name?.ToString() ?? "");
        }

        HashSet<string>? types = value["type"] switch
        {
            JsonArray list => [.. list.Select(TypeWords.Name).OfType<string>().Where(type => type != "null")],
            JsonValue type when TypeWords.Name(type) is { } name and not "null" => [name],
            _ => null,
        };
        _hasUntypedMembers |= types is null && value["properties"] is JsonObject { Count: > 0 };
        if (types is not null)
        {
            _isImpossible |= !Narrow(types);
        }

        if (value["format"] is null && TypeWords.Format(value["type"]) is { } format)
        {
            Keywords.TryAdd("format", JsonValue.Create(format));
        }

        if (value["additionalProperties"] is { } additional)
        {
            SaysAdditional = true;
            IsClosed |= additional is JsonValue && additional.ToString() == "false";
            Additional ??= additional as JsonObject ?? TypeWords.Bare(additional);
        }

        IsClosed |= value["unevaluatedProperties"]?.ToString() == "false";
        foreach (string keyword in (string[])["enum", "const", "format", "items", "pattern", "prefixItems", "patternProperties", "propertyNames", "uniqueItems", "multipleOf", .. Least, .. Most])
        {
            if (value[keyword] is not { } node)
            {
                continue;
            }

            if (keyword == "format" && Keywords.TryGetValue(keyword, out JsonNode? known) && known.ToString() != node.ToString())
            {
                // What stands around parts may say more than they do; two parts may not say two things.
                _isImpossible |= _depth <= _formatDepth;
                continue;
            }

            _formatDepth = keyword == "format" ? _depth : _formatDepth;
            node = keyword == "items" ? TypeWords.Bare(node) ?? node : node;
            if (!Keywords.TryAdd(keyword, node))
            {
                Keywords[keyword] = Both(keyword, Keywords[keyword], node);
            }
        }

        if (value["oneOf"] is JsonArray one)
        {
            Choices.Add((one, value["discriminator"]));
        }

        if (value["anyOf"] is JsonArray any)
        {
            Choices.Add((any, value["discriminator"]));
        }

        if (value["discriminator"] is { } discriminator && value["oneOf"] is null && value["anyOf"] is null)
        {
            Discriminators.Add(discriminator);
        }
    }

    /// <summary>What two parts say must both hold.</summary>
    private static JsonNode Both(string keyword, JsonNode first, JsonNode second) => (keyword, first, second) switch
    {
        ("items", _, _) => new JsonObject { ["allOf"] = new JsonArray(first.DeepClone(), second.DeepClone()) },
        ("enum", JsonArray one, JsonArray other) when one.Where(value => other.Any(value2 => JsonNode.DeepEquals(value, value2))).ToArray() is { Length: > 0 } common =>
            new JsonArray([.. common.Select(value => value?.DeepClone())]),
        _ when Least.Contains(keyword) => Number(first) < Number(second) ? second : first,
        _ when Most.Contains(keyword) => Number(first) > Number(second) ? second : first,
        _ => first,
    };

    private static decimal? Number(JsonNode? node) =>
        decimal.TryParse(node?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary>Keeps the types that all parts allow, where an integer is a number too; false when none is left.</summary>
    private bool Narrow(HashSet<string> types)
    {
        if (Types is null)
        {
            Types = [.. types];
            return true;
        }

        bool isInteger = (Types.Contains("integer") && types.Contains("number")) || (Types.Contains("number") && types.Contains("integer"));
        Types.IntersectWith(types);
        if (isInteger && !Types.Contains("number"))
        {
            Types.Add("integer");
        }

        return Types.Count > 0;
    }

    private static IEnumerable<JsonNode?> Cases(JsonObject value) =>
        (value["oneOf"] as JsonArray ?? []).Concat(value["anyOf"] as JsonArray ?? []);
}
