using System.Text.Json.Nodes;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Review;

/// <summary>Random edits of a document, the same for the same seed.</summary>
internal static class Mutations
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "object"];
    private static readonly string[] Flags = ["nullable", "deprecated", "readOnly", "required", "uniqueItems"];
    private static readonly string[] Formats = ["date", "date-time", "uuid", "int32", "int64", "email"];

    /// <summary>A document as JSON, whatever it was written in.</summary>
    public static JsonNode Json(string text, string path = "shop.yaml")
    {
        var source = new SpecSource(path, SourceText.From(text));
        return JsonNode.Parse(CanonicalJson.Of(SyntaxReader.Read(source, new ProblemList(source), CancellationToken.None)!))!;
    }

    /// <summary>One to three edits below paths and schemas.</summary>
    public static string Mutate(JsonNode document, int seed)
    {
        var random = new Random(seed);
        JsonNode copy = document.DeepClone();
        for (int edits = 1 + random.Next(3); edits > 0; edits--)
        {
            JsonObject[] objects = [.. Roots(copy).SelectMany(Objects)];
            Edit(objects[random.Next(objects.Length)], random);
        }

        return copy.ToJsonString();
    }

    private static void Edit(JsonObject target, Random random)
    {
        string[] names = [.. target.Select(member => member.Key)];
        switch (random.Next(8))
        {
            case 0 or 1 when names.Length > 0:
                target.Remove(names[random.Next(names.Length)]);
                break;
            case 2 when target.ContainsKey("type"):
                target["type"] = Types[random.Next(Types.Length)];
                break;
            case 3 when target["enum"] is JsonArray values:
                values.Add("added" + random.Next(9));
                break;
            case 4 when target["properties"] is JsonObject properties:
                properties["added" + random.Next(9)] = new JsonObject { ["type"] = Types[random.Next(Types.Length)] };
                break;
            case 5 when target["required"] is JsonArray required && required.Count > 0:
                required.RemoveAt(random.Next(required.Count));
                break;
            case 6 when target.ContainsKey("type"):
                target["format"] = Formats[random.Next(Formats.Length)];
                break;
            default:
                string flag = Flags[random.Next(Flags.Length)];
                if (target.ContainsKey("type") || target.ContainsKey("in"))
                {
                    target[flag] = target[flag] is null;
                }
                else
                {
                    target["description"] = "Said in other words.";
                }

                break;
        }
    }

    private static IEnumerable<JsonNode> Roots(JsonNode document) =>
        new[] { document["paths"], document["components"]?["schemas"], document["definitions"] }.OfType<JsonNode>();

    private static IEnumerable<JsonObject> Objects(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject map => map.Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        IEnumerable<JsonObject> own = node is JsonObject self ? [self] : [];
        return own.Concat(children.OfType<JsonNode>().SelectMany(Objects));
    }
}
