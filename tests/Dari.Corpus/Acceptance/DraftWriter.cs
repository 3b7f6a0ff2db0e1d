using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Acceptance;

/// <summary>
/// Writes schemas of any version of OpenAPI in the draft that NJsonSchema reads (4, with numbers as exclusive limits), by an
/// independent reading of the document. What that draft cannot say is left out, so that it accepts more but never less.
/// </summary>
internal sealed class DraftWriter(SpecJson spec)
{
    private readonly Dictionary<JsonNode, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<JsonObject> _open = new();
    private readonly JsonObject _definitions = [];

    /// <summary>Keywords that were left out, and how often.</summary>
    public SortedDictionary<string, int> LeftOut { get; } = new(StringComparer.Ordinal);

    private bool HasSiblings => spec.Version.StartsWith("3.1", StringComparison.Ordinal) || spec.Version.StartsWith("3.2", StringComparison.Ordinal);

    /// <summary>The name below <c>definitions</c> of a schema that <see cref="Write"/> will write.</summary>
    public string Name(JsonObject schema)
    {
        if (!_names.TryGetValue(schema, out string? name))
        {
            _names[schema] = name = "s" + _names.Count;
            _open.Enqueue(schema);
        }

        return name;
    }

    /// <summary>All schemas that were named and what they refer to.</summary>
    public string Write()
    {
        while (_open.TryDequeue(out JsonObject? schema))
        {
            _definitions[_names[schema]] = Body(schema);
        }

        foreach (string _ in DraftCycles.Break(_definitions))
        {
            Leave("recursion in place");
        }

        return new JsonObject { ["definitions"] = _definitions }.ToJsonString();
    }

    private JsonObject Schema(JsonNode? schema) => schema switch
    {
        JsonObject value when _names.TryGetValue(value, out string? name) => Refer(name),
        JsonObject value => Body(value),
        JsonValue value when value.ToString() == "false" => new JsonObject { ["not"] = new JsonObject() },
        _ => [],
    };

    private static JsonObject Refer(string name) => new() { ["$ref"] = "#/definitions/" + name };

    private JsonObject Body(JsonObject source)
    {
        if (source["$ref"] is not JsonValue reference)
        {
            return AllowNull(source, Keywords(source));
        }

        JsonObject target = [];
        if (spec.At(reference.ToString(), source) is JsonObject found && spec.Follow(found) is JsonObject end && end["$ref"] is null)
        {
            target = Refer(Name(found));
        }
        else
        {
            Leave("$ref");
        }

        // Siblings count from 3.1 on; before that nullable alone is what documents mean by one.
        JsonObject beside = HasSiblings ? Keywords(source) : [];
        return AllowNull(source, beside.Count == 0 ? target : new JsonObject { ["allOf"] = new JsonArray(target, beside) });
    }

    private static JsonObject AllowNull(JsonObject source, JsonObject written) =>
        written.Count > 0 && (DraftValues.IsTrue(source["nullable"]) || DraftValues.IsTrue(source["x-nullable"]) || ListsNull(source))
            ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, written) }
            : written;

    // NJsonSchema compares with the values as texts, and null has none.
    private static bool ListsNull(JsonObject source) => source["enum"] is JsonArray list && list.Contains(null)
        && (source["type"] is null || (source["type"] as JsonArray)?.Any(type => type?.ToString() == "null") == true);

    private JsonObject Keywords(JsonObject source)
    {
        var written = new JsonObject();
        var more = new JsonArray();
        foreach ((string keyword, JsonNode? value) in source)
        {
            switch (keyword, value)
            {
                case ("properties" or "patternProperties", JsonObject members):
                    written[keyword] = Members(members);
                    break;
                case ("items", JsonObject or JsonValue):
                    written[source["prefixItems"] is JsonArray ? "additionalItems" : "items"] = Schema(value);
                    break;
                case ("prefixItems", JsonArray list):
                    written["items"] = Schemas(list);
                    break;
                case ("additionalProperties", JsonObject or JsonValue):
                    written[keyword] = value is JsonObject ? Schema(value) : DraftValues.IsTrue(value);
                    break;
                case ("allOf" or "anyOf" or "oneOf", JsonArray { Count: > 0 } list):
                    written[keyword] = Schemas(list);
                    break;
                case ("not", JsonObject or JsonValue):
                    more.Add(Whole(() => new JsonObject { ["not"] = Schema(value) }));
                    break;
                case ("if", JsonObject or JsonValue):
                    more.Add(Whole(() => Conditional(value, source["then"], source["else"])));
                    break;
                case ("contains", JsonObject or JsonValue):
                    // Not all items are others; what is no list is not looked at.
                    more.Add(Whole(() => new JsonObject { ["not"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["not"] = Schema(value) } } }));
                    break;
                case ("dependentRequired", JsonObject members):
                    foreach ((string name, JsonNode? others) in members.Where(member => member.Value is JsonArray))
                    {
                        more.Add(Conditional(Required([name]), Required(others!.AsArray()), null));
                    }

                    break;
                case ("unevaluatedProperties", JsonObject or JsonValue):
                    if (source.Any(member => member.Key is "allOf" or "anyOf" or "oneOf" or "$ref" or "if" or "additionalProperties"))
                    {
                        Leave(keyword);
                    }
                    else
                    {
                        written["additionalProperties"] = value is JsonObject ? Schema(value) : DraftValues.IsTrue(value);
                    }

                    break;
                case ("unevaluatedItems" or "minContains" or "maxContains" or "dependentSchemas" or "propertyNames" or "$dynamicRef", _):
                    Leave(keyword);
                    break;
                default:
                    if (!DraftValues.Copy(keyword, source, written))
                    {
                        Leave(keyword);
                    }

                    break;
            }
        }

        // It asks texts for members, too, where a value may be a text or an object.
        if (written["type"] is JsonArray { Count: > 1 } && written.Remove("required", out JsonNode? required))
        {
            more.Add(new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "object", ["required"] = required }, new JsonObject { ["not"] = new JsonObject { ["type"] = "object" } }) });
        }

        if (more.Count > 0)
        {
            written["allOf"] = new JsonArray([.. (written["allOf"] as JsonArray ?? []).Concat(more).Select(part => part?.DeepClone())]);
        }

        return written;
    }

    /// <summary>Below a negation nothing can be left out without accepting less: then the whole is.</summary>
    private JsonObject Whole(Func<JsonObject> write)
    {
        int before = LeftOut.Values.Sum();
        JsonObject written = write();
        return LeftOut.Values.Sum() == before ? written : [];
    }

    private JsonObject Conditional(JsonNode? condition, JsonNode? then, JsonNode? otherwise) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["allOf"] = new JsonArray(Schema(condition), Schema(then)) },
            new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["not"] = Schema(condition) }, Schema(otherwise)) }),
    };

    private static JsonObject Required(JsonArray names) => new() { ["required"] = names.DeepClone() };

    private JsonObject Members(JsonObject members) => new(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Schema(member.Value))));

    private JsonArray Schemas(JsonArray list) => new([.. list.Select(Schema)]);

    private void Leave(string what) => LeftOut[what] = LeftOut.GetValueOrDefault(what) + 1;
}
