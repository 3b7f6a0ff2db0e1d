using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Benchmarks.Documents;

/// <summary>
/// A large OpenAPI 3.0 document that follows from a seed: resources with nested objects, enumerations, unions, lists,
/// query parameters and errors, about as real services have them.
/// </summary>
internal sealed class WrittenDocument(int operations, int schemas, int seed)
{
    private static readonly string[] Words =
    [
        "account", "invoice", "customer", "order", "project", "team", "branch", "issue", "event", "image", "volume", "report",
        "session", "token", "region", "policy", "member", "webhook", "payment", "refund", "machine", "upload", "ticket", "label",
    ];

    private readonly Random _random = new(seed);

    public string Json() => Root().ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    public string Yaml()
    {
        var text = new StringBuilder();
        Write(text, Root(), 0);
        return text.ToString();
    }

    public JsonObject Root()
    {
        var components = new JsonObject();
        for (int i = 0; i < schemas; i++)
        {
            components[SchemaName(i)] = Schema(i);
        }

        components["Problem"] = JsonNode.Parse("""
            {"type":"object","description":"What went wrong.","required":["code","message"],
             "properties":{"code":{"type":"string"},"message":{"type":"string"}}}
            """);
        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Written", ["version"] = "1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://api.example.com" }),
            ["paths"] = Paths(),
            ["components"] = new JsonObject { ["schemas"] = components },
        };
    }

    private JsonObject Paths()
    {
        var paths = new JsonObject();
        for (int i = 0; i < operations; i += 2)
        {
            string word = Word(i / 2);
            string tag = Words[i / 2 % Words.Length];
            string resource = Pascal(word);
            paths[$"/v1/{word}"] = new JsonObject
            {
                ["get"] = Operation("list" + resource, tag, response: i, body: null),
                ["post"] = Operation("create" + resource, tag, response: i, body: i + 1),
            };
        }

        return paths;
    }

    private JsonObject Operation(string id, string tag, int response, int? body)
    {
        var operation = new JsonObject
        {
            ["operationId"] = id,
            ["tags"] = new JsonArray(tag),
            ["summary"] = Sentence(id),
            ["description"] = Sentence(id) + " Answers with what was found, and says so in the headers.",
            ["parameters"] = new JsonArray(Parameter("limit", "integer"), Parameter("cursor", "string"), Parameter("expand", "boolean")),
            ["responses"] = new JsonObject
            {
                ["200"] = Content("Done.", Ref(SchemaName(response % schemas))),
                ["422"] = Content("Refused.", Ref("Problem")),
            },
        };
        if (body is { } number)
        {
            operation["requestBody"] = Content("What is wanted.", Ref(SchemaName(number % schemas)));
        }

        return operation;
    }

    private JsonObject Schema(int number)
    {
        var properties = new JsonObject();
        int count = 4 + _random.Next(16);
        for (int i = 0; i < count; i++)
        {
            properties[Words[(number + (i * 7)) % Words.Length] + "_" + i.ToString(CultureInfo.InvariantCulture)] = Property(number);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = Sentence(SchemaName(number)),
            ["required"] = new JsonArray([.. properties.Select(one => (JsonNode)one.Key).Where(_ => _random.Next(2) == 0)]),
            ["properties"] = properties,
        };
    }

    private JsonNode Property(int number) => _random.Next(12) switch
    {
        0 => Plain("integer", "int64"),
        1 => Plain("number", "double"),
        2 => Plain("boolean", null),
        3 => Plain("string", "date-time"),
        4 => Plain("string", "uuid"),
        5 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("pending", "ready", "failed"), ["description"] = "How far it is." },
        6 => new JsonObject { ["type"] = "array", ["items"] = Plain("string", null), ["description"] = "Several." },
        7 => new JsonObject { ["type"] = "array", ["items"] = Ref(SchemaName((number + 1 + _random.Next(5)) % schemas)) },
        8 => Ref(SchemaName((number + 1 + _random.Next(20)) % schemas)),
        9 => new JsonObject { ["type"] = "object", ["additionalProperties"] = Plain("string", null) },
        _ => Plain("string", null),
    };

    private static JsonObject Plain(string type, string? format)
    {
        var schema = new JsonObject { ["type"] = type, ["description"] = "A " + type + " that the service keeps as it came." };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    private static JsonObject Parameter(string name, string type) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["description"] = "The " + name + " of the list.",
        ["schema"] = new JsonObject { ["type"] = type },
    };

    private static JsonObject Content(string description, JsonNode schema) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
    };

    private static JsonObject Ref(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static string SchemaName(int number) => Pascal(Word(number)) + "Resource";

    /// <summary>Letters alone, so that no name is another with a number.</summary>
    private static string Word(int number)
    {
        var word = new StringBuilder(Words[number % Words.Length]);
        for (int rest = number / Words.Length; rest > 0; rest /= Words.Length)
        {
            word.Append('_').Append(Words[rest % Words.Length]);
        }

        return word.ToString();
    }

    private static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Sentence(string about) => "What the service knows of " + about + ".";

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                foreach ((string name, JsonNode? value) in members)
                {
                    text.AppendLine().Append(' ', depth * 2).Append(Quoted(name)).Append(": ");
                    Write(text, value, depth + 1);
                }

                break;
            case JsonArray { Count: > 0 } items:
                foreach (JsonNode? item in items)
                {
                    text.AppendLine().Append(' ', depth * 2).Append("- ");
                    Write(text, item, depth + 1);
                }

                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static string Quoted(string name) => name.All(char.IsAsciiLetterOrDigit) && !char.IsAsciiDigit(name[0]) ? name : "'" + name + "'";
}
