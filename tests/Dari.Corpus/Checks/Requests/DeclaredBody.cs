using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Checks.Requests;

/// <summary>A body as the document declares it: each media type with its schema, and the encoding of a form's fields.</summary>
internal sealed record DeclaredBody(IReadOnlyList<(string Type, JsonNode? Schema, JsonObject? Encoding)> Content, bool IsRequired)
{
    public static DeclaredBody? Of(SpecJson spec, DeclaredOperation operation)
    {
        if (spec.IsSwagger)
        {
            return Swagger(spec, operation);
        }

        return spec.Follow(operation.Node["requestBody"]) is JsonObject body && body["content"] is JsonObject { Count: > 0 } content
            ? new DeclaredBody(
                [.. content.Select(media => (media.Key, spec.Follow(media.Value)?["itemSchema"] ?? spec.Follow(media.Value)?["schema"], spec.Follow(media.Value)?["encoding"] as JsonObject))],
                body["required"]?.ToString() == "true")
            : null;
    }

    /// <summary>The one that a media type belongs to: its own, one with the same essence, a range, or what is no media type.</summary>
    public (string Type, JsonNode? Schema, JsonObject? Encoding)? For(string sent)
    {
        string essence = Essence(sent);
        foreach (Func<string, bool> rule in new Func<string, bool>[]
        {
            type => type == sent,
            type => Essence(type) == essence,
            type => Essence(type) is var range && range.Contains('*', StringComparison.Ordinal)
                && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(range, essence),

            // JSON is what the suffix says (RFC 6839, 3.1), whatever would stand before it.
            type => Essence(type) == "application/*+json" && essence == "application/json",
            type => !IsMediaType(type),
        })
        {
            if (Content.Any(media => rule(media.Type)))
            {
                return Content.First(media => rule(media.Type));
            }
        }

        return null;
    }

    public static string Essence(string type) => type.Split(';')[0].Trim().ToLowerInvariant();

    private static bool IsMediaType(string name) => name.Split(';')[0].Trim().Split('/') is { Length: 2 } parts && parts.All(DeclaredParameter.IsToken);

    private static DeclaredBody? Swagger(SpecJson spec, DeclaredOperation operation)
    {
        string[] types = [.. (operation.Node["consumes"] as JsonArray ?? spec.Root["consumes"] as JsonArray ?? []).Select(type => type!.ToString())];
        if (operation.Parameters.FirstOrDefault(parameter => parameter.Place == "body") is { } body)
        {
            types = types.Length > 0 ? types : ["application/json"];
            return new DeclaredBody([.. types.Select(type => (type, body.Node["schema"], (JsonObject?)null))], body.IsRequired);
        }

        DeclaredParameter[] fields = [.. operation.Parameters.Where(parameter => parameter.Place == "formdata")];
        if (fields.Length == 0)
        {
            return null;
        }

        // Form data is sent as a form, and consumes says only as which; a file only goes by multipart.
        bool hasFile = fields.Any(field => field.Node["type"]?.ToString() == "file");
        string[] forms = [.. types.Where(type => Essence(type).StartsWith("multipart/", StringComparison.Ordinal) || (!hasFile && Essence(type) == "application/x-www-form-urlencoded"))];
        forms = forms.Length > 0 ? forms : [hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"];
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. fields.Where(field => field.IsRequired).Select(field => JsonValue.Create(field.Name))]),
            ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)FieldSchema(field)))),
        };
        var encoding = new JsonObject(fields.Where(field => field.Node["type"]?.ToString() == "array" && !HasFiles(field)).Select(field =>
            KeyValuePair.Create(field.Name, (JsonNode?)new JsonObject { ["style"] = field.Style == "simple" ? "form" : field.Style, ["explode"] = field.IsExploded })));
        return new DeclaredBody([.. forms.Select(type => (type, (JsonNode?)schema, (JsonObject?)encoding))], fields.Any(field => field.IsRequired));
    }

    // Files are parts of their own, whatever a list of texts would be joined by.
    private static bool HasFiles(DeclaredParameter field) =>
        field.Node["items"]?["type"]?.ToString() == "file" || field.Node["items"]?["format"]?.ToString() == "binary";

    private static JsonObject FieldSchema(DeclaredParameter field)
    {
        JsonObject schema = (field.Node["schema"] as JsonObject ?? field.Node).DeepClone().AsObject();
        schema.Remove("required");
        return schema;
    }
}
