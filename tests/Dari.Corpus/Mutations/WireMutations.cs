using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Changes of what an operation says about its messages: shared parameters, headers, media types, and what careless writers forget.</summary>
internal sealed class WireMutations(bool isSwagger, Random random)
{
    private static readonly string[] Types =
    [
        "APPLICATION/JSON", "application/json;odata.metadata=full", "application/vnd.api+json; ext=\"a\"", "json", "application/*", "text/json; charset=utf-16",
        "application/hal+json", "application/jsonl", "text/html", "text/plain; charset=utf-8", "audio/*", "application/zip", "multipart/related", "application/scim+json",
    ];

    public void Change(JsonObject operation)
    {
        switch (random.Next(10))
        {
            case 0: Lift(operation, isAgain: false); break;
            case 1: Lift(operation, isAgain: true); break;
            case 2 when !isSwagger: Headers(operation); break;
            case 3: MediaTypes(operation); break;
            case 4: Security(operation); break;
            case 5: Forget(operation); break;
            case 6 when !isSwagger: Callback(operation); break;
            case 7 when isSwagger: Field(operation); break;
            case 8: operation["tags"] = random.Next(3) switch { 0 => new JsonArray(), 1 => new JsonArray("", "b"), _ => new JsonArray("Pets", "pets", "Pets") }; break;
            default: Words(operation); break;
        }
    }

    /// <summary>A parameter of the path, which the operation may describe again.</summary>
    private void Lift(JsonObject operation, bool isAgain)
    {
        if (operation.Parent is JsonObject item && operation["parameters"] is JsonArray { Count: > 0 } own && random.Next(own.Count) is var i
            && own[i] is JsonObject parameter && parameter["in"]?.ToString() is "query" or "header" or "path")
        {
            if (item["parameters"] is not JsonArray shared)
            {
                item["parameters"] = shared = [];
            }

            if (shared.Any(one => one?["name"]?.ToString() == parameter["name"]?.ToString()))
            {
                return;
            }

            shared.Add(parameter.DeepClone());
            if (!isAgain)
            {
                own.RemoveAt(i);
            }
            else if (!isSwagger)
            {
                parameter.Remove("content");
                parameter["schema"] = new JsonObject { ["type"] = "integer" };
            }
        }
    }

    private void Headers(JsonObject operation)
    {
        foreach (JsonObject response in (operation["responses"] as JsonObject ?? []).Select(one => one.Value).OfType<JsonObject>().Where(one => !one.ContainsKey("$ref")))
        {
            response["headers"] = new JsonObject
            {
                [OddTexts.Any(random, ["X-Rate-Limit", "Content-Type", "ETag", "Set-Cookie", "x-next page", "Retry-After"])] = random.Next(4) switch
                {
                    0 => new JsonObject { ["schema"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer" } } },
                    1 => new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } } },
                    2 => new JsonObject { ["description"] = "Without a schema." },
                    _ => new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" }, ["required"] = true },
                },
            };
        }
    }

    private void MediaTypes(JsonObject operation)
    {
        if (isSwagger)
        {
            operation[random.Next(2) == 0 ? "produces" : "consumes"] = random.Next(4) switch
            {
                0 => new JsonArray(),
                1 => new JsonArray("*/*"),
                2 => new JsonArray(OddTexts.Any(random, Types)),
                _ => new JsonArray("application/json; charset=utf-8", "text/json", "application/xml"),
            };
            return;
        }

        JsonObject?[] contents = [operation["requestBody"]?["content"] as JsonObject, .. (operation["responses"] as JsonObject ?? []).Select(one => one.Value?["content"] as JsonObject)];
        if (contents.OfType<JsonObject>().Where(content => content.Count > 0).ToArray() is { Length: > 0 } all)
        {
            JsonObject content = all[random.Next(all.Length)];
            (string name, JsonNode? media) = content.ElementAt(0);
            if (random.Next(2) == 0)
            {
                content.Remove(name);
            }

            content.TryAdd(OddTexts.Any(random, Types), media?.DeepClone());
        }
    }

    private void Security(JsonObject operation) => operation["security"] = random.Next(3) switch
    {
        0 => new JsonArray(),
        1 => new JsonArray(new JsonObject()),
        _ => new JsonArray(new JsonObject(), new JsonObject { ["no such scheme"] = new JsonArray() }),
    };

    private void Forget(JsonObject operation)
    {
        JsonObject[] parameters = [.. (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>().Where(one => one["in"] is not null && one["in"]!.ToString() != "body")];
        switch (random.Next(8))
        {
            case 0 when parameters.Length > 0 && !isSwagger:
                parameters[0].Remove("schema");
                parameters[0].Remove("content");
                break;
            case 1 when parameters.Length > 0 && !isSwagger && parameters[0]["schema"] is JsonObject described && described["type"] is JsonNode type:
                parameters[0].Remove("schema");
                parameters[0]["type"] = type.DeepClone();
                break;
            case 2 when parameters.Length > 0: parameters[0]["required"] = parameters[0]["required"]?.ToString() == "true" ? "true" : "false"; break;
            case 3: operation["operationId"] = ""; break;
            case 4: operation["tags"] = null; break;
            case 5: operation["description"] = null; operation["summary"] = 12; break;
            case 6 when parameters.Length > 0: parameters[0]["description"] = new JsonArray("a", "b"); break;
            case 7 when !isSwagger && operation["requestBody"] is JsonObject body: body.Remove("required"); break;
            default: operation["deprecated"] = "true"; break;
        }
    }

    private static void Callback(JsonObject operation) => operation["callbacks"] = new JsonObject
    {
        ["onEvent"] = new JsonObject
        {
            ["{$request.body#/url}?a={$response.header.Location}"] = new JsonObject
            {
                ["post"] = new JsonObject
                {
                    ["requestBody"] = new JsonObject { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["class"] = new JsonObject { ["type"] = "string" } } } } } },
                    ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "ok" } },
                },
            },
        },
    };

    /// <summary>Another field of a form, or the first one.</summary>
    private void Field(JsonObject operation)
    {
        if (operation["parameters"] is not JsonArray parameters)
        {
            operation["parameters"] = parameters = [];
        }

        if (parameters.OfType<JsonObject>().All(one => one["in"]?.ToString() != "body" && !one.ContainsKey("$ref")))
        {
            var field = new JsonObject { ["name"] = OddTexts.Any(random, OddTexts.Names), ["in"] = "formData", ["required"] = random.Next(2) == 0 };
            foreach ((string name, JsonNode? value) in random.Next(4) switch
            {
                0 => new JsonObject { ["type"] = "file" },
                1 => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["collectionFormat"] = OddTexts.Any(random, ["csv", "ssv", "tsv", "pipes", "multi"]) },
                2 => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
                _ => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", "b") },
            })
            {
                field[name] = value?.DeepClone();
            }

            parameters.Add(field);
        }
    }

    private void Words(JsonObject operation)
    {
        operation["summary"] = "Ends */ a `comment` {0} <b>&amp;</b> \"\"\" \\ \u0085 end";
        operation["deprecated"] = random.Next(2) == 0;
        operation["externalDocs"] = new JsonObject { ["url"] = "not a url" };
    }
}
