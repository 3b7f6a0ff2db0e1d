using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dari.Corpus.Acceptance;

/// <summary>Keywords whose values are no schemas, where they are what the draft says they are.</summary>
internal static class DraftValues
{
    /// <summary>False when the keyword has a meaning that cannot be copied; what means nothing is passed over.</summary>
    public static bool Copy(string keyword, JsonObject source, JsonObject written)
    {
        JsonNode? value = source[keyword];
        switch (keyword)
        {
            case "type":
                return Add("type", Types(value));
            case "enum":
                return value is not JsonArray { Count: > 0 } list || Add("enum", new JsonArray([.. list.Where(one => one is not null).Select(one => one!.DeepClone())]) is { Count: > 0 } some ? some : null);
            case "const":
                return value is null ? Add("type", "null") : Add("enum", new JsonArray(value.DeepClone()));
            case "required":
                return value is not JsonArray names || Add(keyword, new JsonArray([.. names.Where(IsText).Select(name => name!.DeepClone())]));
            case "format":
                return !IsText(value) || Add(keyword, value!.DeepClone());
            case "pattern":
                return Add(keyword, IsText(value) && IsPattern(value!.ToString()) ? value.DeepClone() : null);
            case "uniqueItems":
                return Add(keyword, IsTrue(value));
            case "multipleOf":
                return Add(keyword, Number(value));
            case "minimum" or "exclusiveMinimum":
                return AddLimit("minimum", "exclusiveMinimum", static (own, exclusive) => exclusive >= own);
            case "maximum" or "exclusiveMaximum":
                return AddLimit("maximum", "exclusiveMaximum", static (own, exclusive) => exclusive <= own);
            case "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties":
                return Add(keyword, Number(value) is { } number && number >= 0 && number <= int.MaxValue ? (int)number : null);
            default:
                return true;
        }

        // Draft 4 says of a limit whether it is left out itself; later ones have another limit for that.
        bool AddLimit(string name, string exclusiveName, Func<decimal, decimal, bool> isNarrower)
        {
            (decimal? own, decimal? exclusive) = (Number(source[name]), Number(source[exclusiveName]));
            bool isExclusive = exclusive is { } narrow && (own is not { } wide || isNarrower(wide, narrow));
            return Add(name, isExclusive ? exclusive : own) && Add(exclusiveName, isExclusive || IsTrue(source[exclusiveName]));
        }

        bool Add(string name, JsonNode? node)
        {
            if (node is not null)
            {
                written[name] = node;
            }

            return node is not null;
        }
    }

    public static bool IsTrue(JsonNode? value) => value?.ToString() == "true";

    private static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    private static JsonArray? Types(JsonNode? value)
    {
        JsonNode?[] names = [.. (value as JsonArray ?? [value?.DeepClone()]).Select(Type).Where(name => name is not null).Distinct().Select(name => (JsonNode?)name)];
        return names.Length == 0 ? null : new JsonArray(names);
    }

    /// <summary>Some documents write types as their language does.</summary>
    private static string? Type(JsonNode? name) => name?.ToString().ToLowerInvariant() switch
    {
        "string" or "file" => "string",
        "integer" or "int" or "int32" or "int64" or "long" => "integer",
        "number" or "float" or "double" or "decimal" => "number",
        "boolean" or "bool" => "boolean",
        "object" or "array" or "null" => name.ToString().ToLowerInvariant(),
        _ => null,
    };

    // Limits are decimals there.
    private static decimal? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary>Patterns are those of ECMAScript; few of them are none in .NET.</summary>
    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
