using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>Members with the keywords that documents use seldom, each in several of its forms.</summary>
internal sealed class KeywordMutations(bool isSwagger, bool isJsonSchema, Random random)
{
    /// <summary>Texts of schemas that any version reads.</summary>
    private static readonly string[] Common =
    [
        """{ "type": "integer", "enum": [0, -1, 1] }""",
        """{ "type": "number", "enum": [0.5, 1, 2.25] }""",
        """{ "enum": [1, 2] }""",
        """{ "enum": [] }""",
        """{ "type": "string", "enum": ["only"] }""",
        """{ "type": "string", "enum": [1, 2, true] }""",
        """{ "type": "integer", "enum": ["1", "2"] }""",
        """{ "type": "boolean", "enum": [true] }""",
        """{ "enum": ["a", 1, null, true] }""",
        """{ "type": "array", "items": { "type": "string", "enum": ["a", "", " "] } }""",
        """{ "type": "array", "items": {} }""",
        """{ "type": "array", "items": { "type": "array", "items": { "type": "array", "items": { "type": "number" } } } }""",
        """{ "type": "object", "additionalProperties": { "type": "array", "items": { "type": "object", "additionalProperties": {} } } }""",
        """{ "type": "object", "additionalProperties": { "type": "object", "properties": { "a": { "type": "string" } } } }""",
        """{ "type": "object", "properties": { "known": { "type": "string" } }, "additionalProperties": { "type": "integer" } }""",
        """{ "type": "object", "properties": {}, "additionalProperties": false }""",
        """{ "type": "object", "required": ["undeclared", "other"] }""",
        """{ "properties": { "untyped": {} }, "required": ["untyped"] }""",
        """{ "additionalProperties": true }""",
        """{ "allOf": [] }""",
        """{ "allOf": [{ "type": "string" }] }""",
        """{ "allOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "object", "properties": { "a": { "type": "string", "maxLength": 3 }, "b": { "type": "integer" } }, "required": ["a"] }] }""",
        """{ "type": "string", "format": "byte" }""",
        """{ "type": "string", "format": "date-time", "enum": ["2024-01-01T00:00:00Z"] }""",
        """{ "type": "integer", "format": "int64", "minimum": -9223372036854775808, "maximum": 9223372036854775807 }""",
        """{ "type": "integer", "minimum": 0, "maximum": 18446744073709551615 }""",
        """{ "type": "integer", "format": "int32", "maximum": 4294967295 }""",
        """{ "type": "number", "format": "decimal", "multipleOf": 0.01 }""",
        """{ "type": "string", "minLength": 3, "maxLength": 5, "pattern": "^[\\w\"/]+$" }""",
        """{ "type": "object", "minProperties": 1, "maxProperties": 2 }""",
        """{ "not": { "type": "string" } }""",
        """{ "type": "string", "default": "a", "readOnly": true }""",
        """{ "type": "boolean", "default": "true" }""",
        """{ "type": "array", "items": { "type": "integer" }, "default": [1, 2], "uniqueItems": true, "minItems": 1 }""",
        """{ "type": "object", "default": {}, "properties": { "a": { "type": "integer", "default": 1e2 } } }""",
        """{ "type": "string", "format": "int64" }""",
        """{ "type": "integer", "format": "date-time" }""",
        """{ "type": "boolean", "format": "uuid" }""",
        """{ "format": "uuid" }""",
        """{ "description": "Nothing but words." }""",
    ];

    private static readonly string[] OpenApi3 =
    [
        """{ "oneOf": [{ "type": "string" }, { "type": "number" }, { "type": "boolean" }] }""",
        """{ "oneOf": [{ "type": "string", "format": "date-time" }, { "type": "string", "format": "date" }, { "type": "string" }] }""",
        """{ "oneOf": [{ "type": "string", "enum": ["auto"] }, { "type": "integer" }] }""",
        """{ "anyOf": [{ "type": "string", "enum": ["a", "b"] }, { "type": "string" }] }""",
        """{ "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "type": "array", "items": { "type": "integer" } }] }""",
        """{ "oneOf": [{ "type": "object", "properties": { "kind": { "type": "string", "enum": ["a"] } }, "required": ["kind"] }, { "type": "object", "properties": { "kind": { "type": "string", "enum": ["b"] }, "n": { "type": "integer" } }, "required": ["kind"] }] }""",
        """{ "oneOf": [{ "type": "object", "required": ["x"], "properties": { "x": { "type": "string" } } }, { "type": "object", "required": ["y"], "properties": { "y": { "type": "integer" } } }, { "type": "array", "items": {} }] }""",
        """{ "anyOf": [{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }, { "type": "array", "items": { "oneOf": [{ "type": "string" }, { "type": "integer" }] } }] }""",
        """{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "string" } }, "anyOf": [{ "required": ["a"] }, { "required": ["b"] }] }""",
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "oneOf": [{ "properties": { "b": { "type": "string" } } }, { "properties": { "c": { "type": "integer" } } }] }""",
        """{ "oneOf": [{ "type": "object", "additionalProperties": { "type": "string" } }, { "type": "string" }] }""",
        """{ "anyOf": [] }""",
        """{ "type": "string", "nullable": false }""",
    ];

    private static readonly string[] JsonSchema =
    [
        """{ "const": "one" }""",
        """{ "const": 1 }""",
        """{ "const": true }""",
        """{ "const": null }""",
        """{ "type": "string", "const": "one", "default": "one" }""",
        """{ "const": { "a": [1] } }""",
        """{ "type": "null" }""",
        """{ "enum": [null] }""",
        """{ "type": ["string", "null"], "enum": ["a", null] }""",
        """{ "type": ["array", "null"], "items": { "type": ["integer", "null"] } }""",
        """{ "type": ["object", "null"], "properties": { "a": { "type": ["boolean", "null"] } }, "required": ["a"] }""",
        """{ "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } }""",
        """{ "type": ["string", "number", "boolean", "object", "array", "null"] }""",
        """{ "type": ["number", "string"], "pattern": "^\\d+$" }""",
        """{ "type": ["integer", "string"], "pattern": "^-?\\d+$", "format": "int64" }""",
        """{ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false }""",
        """{ "type": "array", "contains": { "type": "integer" }, "items": { "type": ["integer", "string"] } }""",
        """{ "type": "object", "patternProperties": { "^x-": { "type": "string" } } }""",
        """{ "type": "object", "propertyNames": { "pattern": "^[a-z ]+$" }, "additionalProperties": { "type": "number" } }""",
        """{ "type": "object", "properties": { "a": { "type": "string" } }, "unevaluatedProperties": false }""",
        """{ "type": "object", "properties": { "a": { "type": "integer" } }, "if": { "properties": { "a": { "const": 1 } } }, "then": { "required": ["b"] } }""",
        """{ "type": "object", "properties": { "a": true, "b": {} }, "dependentRequired": { "a": ["b"] } }""",
        """{ "type": "string", "contentEncoding": "base64" }""",
        """{ "type": "string", "contentMediaType": "application/json" }""",
        """{ "type": "string", "examples": ["a", null], "$comment": "*/ none" }""",
        """{ "anyOf": [{ "const": "a" }, { "const": "b" }, { "type": "null" }] }""",
        """{ "oneOf": [{ "const": "a", "title": "First" }, { "const": "b", "title": "Second" }] }""",
        """{ "type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 10 }""",
        """true""",
    ];

    /// <summary>What documents call a type that is none: each is read as what it must mean.</summary>
    private static readonly string[] Loose =
    [
        """{ "type": "String" }""",
        """{ "type": "int" }""",
        """{ "type": "float" }""",
        """{ "type": "any" }""",
        """{ "type": "list", "items": { "type": "string" } }""",
        """{ "type": "map", "additionalProperties": { "type": "string" } }""",
        """{ "type": "bool" }""",
        """{ "type": "" }""",
        """{ "type": null }""",
        """{ "type": "array", "items": null }""",
        """{ "type": "array", "items": [{ "type": "string" }] }""",
        """{ "type": "object", "properties": null }""",
        """{ "type": "object", "required": [] , "properties": [] }""",
        """{ "type": "string", "enum": null }""",
        """{ "type": "string", "description": 12, "title": null }""",
        """{ "$ref": "#/nowhere/at/all" }""",
        """{ "$ref": "other-file.yaml#/Pet" }""",
        """{ "$ref": "https://example.com/schemas/pet.json" }""",
        """{ "type": "string", "nullable": "true" }""",
        """{ "type": "string", "maxLength": "12", "minLength": -1, "pattern": "[" }""",
        """{ "type": "integer", "minimum": "0", "maximum": "lots", "example": null }""",
        """{ "type": "object", "additionalProperties": "string" }""",
        """{ "type": "object", "additionalProperties": "false" }""",
        """{ "type": ["string"] }""",
        """{ "type": "string", "required": true }""",
    ];

    /// <summary>Adds such a member, now and then a required one.</summary>
    public void Change(JsonObject schema)
    {
        if (schema["properties"] is not JsonObject properties)
        {
            return;
        }

        string[] texts = random.Next(5) switch
        {
            0 => Loose,
            1 when isJsonSchema => JsonSchema,
            2 when isJsonSchema => JsonSchema,
            1 or 2 or 3 when !isSwagger => OpenApi3,
            _ => Common,
        };
        string name = OddTexts.Any(random, OddTexts.Names);
        if (properties.TryAdd(name, JsonNode.Parse(OddTexts.Any(random, texts))) && random.Next(4) == 0 && schema["required"] is JsonArray required)
        {
            required.Add((JsonNode)name);
        }
    }
}
