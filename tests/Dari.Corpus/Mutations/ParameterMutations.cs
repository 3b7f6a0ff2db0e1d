using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Changes of the parameters and bodies of an operation.</summary>
internal sealed class ParameterMutations(bool isSwagger, Random random)
{
    public void Change(JsonObject operation)
    {
        switch (random.Next(9))
        {
            case 0: Undeclare(operation); break;
            case 1: Declare(operation); break;
            case 2 when !isSwagger: Content(operation); break;
            case 3 when !isSwagger: Style(operation); break;
            case 4: Toggle(operation); break;
            case 5 when !isSwagger: Form(operation); break;
            case 6: Again(operation); break;
            case 7: Empty(operation); break;
            default: Choice(operation); break;
        }
    }

    private JsonObject? Any(JsonObject operation, string place) =>
        (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>().Where(one => one["in"]?.ToString() == place).ToArray() is { Length: > 0 } all
            ? all[random.Next(all.Length)] : null;

    private void Undeclare(JsonObject operation)
    {
        if (Any(operation, "path") is { } parameter)
        {
            ((JsonArray)parameter.Parent!).Remove(parameter);
        }
    }

    /// <summary>A path parameter that the path has not.</summary>
    private void Declare(JsonObject operation) => Add(operation, new JsonObject
    {
        ["name"] = OddTexts.Any(random, OddTexts.Names),
        ["in"] = "path",
        ["required"] = true,
    });

    private void Content(JsonObject operation)
    {
        if (Any(operation, "query") is { } parameter && parameter["schema"]?.DeepClone() is { } schema)
        {
            parameter.Remove("schema");
            parameter.Remove("style");
            parameter.Remove("explode");
            parameter["content"] = new JsonObject { [random.Next(3) == 0 ? "text/plain" : "application/json"] = new JsonObject { ["schema"] = schema } };
        }
    }

    private void Style(JsonObject operation)
    {
        if (Any(operation, OddTexts.Any(random, ["query", "path", "header"])) is { } parameter)
        {
            parameter["style"] = parameter["in"]!.ToString() switch
            {
                "query" => OddTexts.Any(random, ["form", "deepObject", "spaceDelimited", "pipeDelimited"]),
                "path" => OddTexts.Any(random, ["simple", "label", "matrix"]),
                _ => "simple",
            };
            parameter["explode"] = random.Next(2) == 0;
        }
    }

    private void Toggle(JsonObject operation)
    {
        if (Any(operation, OddTexts.Any(random, ["query", "header"])) is { } parameter)
        {
            parameter["required"] = parameter["required"]?.ToString() != "true";
        }
        else if (operation["requestBody"] is JsonObject body && !body.ContainsKey("$ref"))
        {
            body["required"] = body["required"]?.ToString() != "true";
        }
    }

    /// <summary>A form with everything that fields can be.</summary>
    private void Form(JsonObject operation)
    {
        var properties = new JsonObject
        {
            [OddTexts.Any(random, OddTexts.Names)] = new JsonObject { ["type"] = "string" },
            ["list"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer" } },
            ["object"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["a"] = new JsonObject { ["type"] = "string" }, ["b"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } } } },
            ["file"] = new JsonObject { ["type"] = "string", ["format"] = "binary" },
            ["either"] = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }) },
        };
        var media = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray("list") } };
        if (random.Next(2) == 0)
        {
            media["encoding"] = new JsonObject
            {
                [OddTexts.Any(random, ["list", "object", "either"])] = new JsonObject { ["style"] = OddTexts.Any(random, ["form", "deepObject"]), ["explode"] = random.Next(2) == 0 },
            };
        }

        operation["requestBody"] = new JsonObject
        {
            ["content"] = new JsonObject { [random.Next(2) == 0 ? "multipart/form-data" : "application/x-www-form-urlencoded"] = media },
        };
    }

    /// <summary>The same name in another place, or again.</summary>
    private void Again(JsonObject operation)
    {
        if (Any(operation, "query") is { } parameter)
        {
            var copy = (JsonObject)parameter.DeepClone();
            copy["in"] = OddTexts.Any(random, ["header", "query"]);
            copy["name"] = random.Next(2) == 0 ? copy["name"]!.ToString() : copy["name"]!.ToString().ToUpperInvariant();
            copy.Remove("style");
            Add(operation, copy);
        }
    }

    private void Empty(JsonObject operation)
    {
        if (operation["responses"] is JsonObject { Count: > 0 } responses && responses.ElementAt(random.Next(responses.Count)).Value is JsonObject response
            && !response.ContainsKey("$ref"))
        {
            response.Remove(isSwagger ? "schema" : "content");
            response.Remove("description");
        }
    }

    private void Choice(JsonObject operation)
    {
        if (!isSwagger)
        {
            Add(operation, new JsonObject
            {
                ["name"] = OddTexts.Any(random, OddTexts.Names),
                ["in"] = "query",
                ["style"] = OddTexts.Any(random, ["form", "deepObject"]),
                ["schema"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "string" },
                        new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
                        new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["gt"] = new JsonObject { ["type"] = "integer" } } }),
                },
            });
        }
    }

    private void Add(JsonObject operation, JsonObject parameter)
    {
        if (operation["parameters"] is not JsonArray parameters)
        {
            operation["parameters"] = parameters = [];
        }

        if (isSwagger && !parameter.ContainsKey("type"))
        {
            parameter["type"] = "string";
        }
        else if (!isSwagger && !parameter.ContainsKey("schema") && !parameter.ContainsKey("content"))
        {
            parameter["schema"] = new JsonObject { ["type"] = "string" };
        }

        parameters.Add(parameter);
    }
}
