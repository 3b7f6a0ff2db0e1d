using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Changes of one operation.</summary>
internal sealed class OperationMutations(JsonObject root, bool isSwagger, Random random)
{
    private static readonly string[] Statuses = ["201", "202", "204", "206", "2XX", "404", "4XX", "default", "302"];

    public void Change(JsonObject operation)
    {
        switch (random.Next(9))
        {
            case 0: operation.Remove("operationId"); break;
            case 1: operation["operationId"] = OddTexts.Any(random, OddTexts.Names); break;
            case 2: operation.Remove("tags"); break;
            case 3: operation["tags"] = new JsonArray(OddTexts.Any(random, OddTexts.Names)); break;
            case 4: Retype(operation["requestBody"]?["content"] as JsonObject); break;
            case 5: Retype((operation["responses"] as JsonObject ?? []).Select(response => response.Value?["content"]).OfType<JsonObject>().FirstOrDefault()); break;
            case 6: AddParameter(operation); break;
            case 7: AddResponse(operation); break;
            default: AddBody(operation); break;
        }
    }

    private void Retype(JsonObject? content)
    {
        if (content is { Count: > 0 })
        {
            (string name, JsonNode? media) = content.ElementAt(random.Next(content.Count));
            string other = OddTexts.Any(random, OddTexts.MediaTypes);
            if (!content.ContainsKey(other))
            {
                content.Remove(name);
                content[other] = media?.DeepClone();
            }
        }
    }

    private void AddParameter(JsonObject operation)
    {
        string place = OddTexts.Any(random, ["query", "query", "query", "header", isSwagger ? "query" : "cookie"]);
        var parameter = new JsonObject { ["name"] = OddTexts.Any(random, OddTexts.Names), ["in"] = place, ["required"] = random.Next(2) == 0 };
        JsonObject schema = Schema();
        if (isSwagger)
        {
            foreach ((string name, JsonNode? value) in schema)
            {
                parameter[name] = value?.DeepClone();
            }
        }
        else
        {
            parameter["schema"] = schema;
            if (place == "query" && schema["type"]?.ToString() == "array")
            {
                parameter["style"] = OddTexts.Any(random, ["form", "spaceDelimited", "pipeDelimited"]);
                parameter["explode"] = random.Next(2) == 0;
            }
            else if (place == "query" && schema["type"]?.ToString() == "object")
            {
                parameter["style"] = OddTexts.Any(random, ["form", "deepObject"]);
            }
        }

        if (operation["parameters"] is not JsonArray parameters)
        {
            operation["parameters"] = parameters = [];
        }

        parameters.Add(parameter);
    }

    private JsonObject Schema() => random.Next(isSwagger ? 3 : 5) switch
    {
        0 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(OddTexts.Any(random, OddTexts.Values), "b") },
        1 => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer", ["format"] = "int32" } },
        2 => new JsonObject { ["type"] = "string", ["format"] = OddTexts.Any(random, ["date", "date-time", "uuid", "byte", "uri"]) },
        3 => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["from"] = new JsonObject { ["type"] = "integer" }, ["class"] = new JsonObject { ["type"] = "string" } } },
        _ => new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "integer" }) },
    };

    private void AddResponse(JsonObject operation)
    {
        var response = new JsonObject { ["description"] = "Another answer." };
        JsonNode schema = Reference() ?? Schema();
        if (isSwagger)
        {
            response["schema"] = schema;
        }
        else if (random.Next(4) > 0)
        {
            response["content"] = new JsonObject { [OddTexts.Any(random, OddTexts.MediaTypes)] = new JsonObject { ["schema"] = schema } };
        }

        (operation["responses"] as JsonObject)?.TryAdd(OddTexts.Any(random, Statuses), response);
    }

    private void AddBody(JsonObject operation)
    {
        if (!isSwagger && !operation.ContainsKey("requestBody"))
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = random.Next(2) == 0,
                ["content"] = new JsonObject { [OddTexts.Any(random, OddTexts.MediaTypes)] = new JsonObject { ["schema"] = Reference() ?? Schema() } },
            };
        }
    }

    private JsonObject? Reference() =>
        (isSwagger ? root["definitions"] : root["components"]?["schemas"]) is JsonObject { Count: > 0 } schemas
            && schemas.ElementAt(random.Next(schemas.Count)).Key is { } name && name.All(char.IsAsciiLetterOrDigit)
            ? new JsonObject { ["$ref"] = (isSwagger ? "#/definitions/" : "#/components/schemas/") + name }
            : null;
}
