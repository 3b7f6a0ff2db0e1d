using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dari.Emulator.Contract;

namespace Dari.Emulator.Snapshot.Validation;

/// <summary>Walks a value and its schema together and says what is wrong in the words of Pydantic 2.</summary>
internal sealed class ModelReport(JsonObject root)
{
    public const string Missing = "Field required";
    public const string NoModel = "Input should be a valid dictionary or object to extract fields from";

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public void Add(string place, string pointer, string type, string message) =>
        _findings.Add(new Finding(place, pointer, type, message));

    /// <summary>Checks a text of a query or a form, which stands for a value of another kind.</summary>
    public void CheckText(string text, JsonNode? schema, string place, string pointer)
    {
        JsonObject? arm = schema is null ? null : Arms(ContractNodes.Resolve(root, schema)).FirstOrDefault(static one => one.Text("type") != "null");
        bool isWhole = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number);
        switch (arm?.Text("type"))
        {
            case "integer" when !isWhole:
                Add(place, pointer, "int_parsing", "Input should be a valid integer, unable to parse string as an integer");
                break;
            case "integer":
                CheckRange(number, arm, place, pointer);
                break;
            case "boolean" when text is not ("true" or "false"):
                Add(place, pointer, "bool_parsing", "Input should be a valid boolean, unable to interpret input");
                break;
        }
    }

    public void Check(JsonNode? value, JsonNode? schema, string place, string pointer)
    {
        if (schema is not JsonObject)
        {
            return;
        }

        JsonObject model = ContractNodes.Resolve(root, schema);
        if (model["discriminator"] is JsonObject discriminator)
        {
            CheckTagged(value, discriminator, place, pointer);
            return;
        }

        JsonObject[] arms = [.. Arms(model)];
        if (value is null && arms.Any(static arm => arm.Text("type") == "null"))
        {
            return;
        }

        foreach (JsonObject arm in arms.Where(static arm => arm.Text("type") != "null"))
        {
            CheckOne(value, arm, place, pointer);
        }
    }

    private IEnumerable<JsonObject> Arms(JsonObject model) =>
        model["anyOf"] is JsonArray arms ? arms.Select(arm => ContractNodes.Resolve(root, arm)) : [model];

    private void CheckOne(JsonNode? value, JsonObject model, string place, string pointer)
    {
        JsonValueKind kind = value?.GetValueKind() ?? JsonValueKind.Null;
        switch (model.Text("type"))
        {
            case "string" when kind != JsonValueKind.String:
                Add(place, pointer, "string_type", "Input should be a valid string");
                break;
            case "string":
                CheckString(value!.GetValue<string>(), model, place, pointer);
                break;
            case "integer":
                CheckInteger(value, kind, model, place, pointer);
                break;
            case "number" when kind != JsonValueKind.Number:
                Add(place, pointer, "float_type", "Input should be a valid number");
                break;
            case "boolean" when kind is not (JsonValueKind.True or JsonValueKind.False):
                Add(place, pointer, "bool_type", "Input should be a valid boolean");
                break;
            case "array" when value is not JsonArray:
                Add(place, pointer, "list_type", "Input should be a valid list");
                break;
            case "array":
                CheckItems((JsonArray)value!, model, place, pointer);
                break;
            case "object" when value is not JsonObject:
                (string type, string message) = model["properties"] is null
                    ? ("dict_type", "Input should be a valid dictionary")
                    : ("model_attributes_type", NoModel);
                Add(place, pointer, type, message);
                break;
            case "object":
                CheckMembers((JsonObject)value!, model, place, pointer);
                break;
        }
    }

    private void CheckString(string text, JsonObject model, string place, string pointer)
    {
        if (model.Text("const") is { } only && text != only)
        {
            Add(place, pointer, "literal_error", $"Input should be '{only}'");
        }

        string[] allowed = [.. model.Items("enum").Select(static one => one!.GetValue<string>())];
        if (allowed.Length > 0 && !allowed.Contains(text))
        {
            Add(place, pointer, "enum", "Input should be " + string.Join(" or ", allowed.Select(static one => $"'{one}'")));
        }

        if (model.Text("pattern") is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            Add(place, pointer, "string_pattern_mismatch", $"String should match pattern '{pattern}'");
        }
    }

    private void CheckInteger(JsonNode? value, JsonValueKind kind, JsonObject model, string place, string pointer)
    {
        bool isWhole = kind == JsonValueKind.Number && value!.AsValue().TryGetValue(out long _);
        switch (kind)
        {
            case JsonValueKind.Number when isWhole:
                CheckRange(value!.GetValue<long>(), model, place, pointer);
                break;
            case JsonValueKind.Number:
                Add(place, pointer, "int_from_float", "Input should be a valid integer, got a number with a fractional part");
                break;
            case JsonValueKind.String:
                Add(place, pointer, "int_parsing", "Input should be a valid integer, unable to parse string as an integer");
                break;
            default:
                Add(place, pointer, "int_type", "Input should be a valid integer");
                break;
        }
    }

    private void CheckRange(long number, JsonObject model, string place, string pointer)
    {
        if (model.Whole("minimum") is { } least && number < least)
        {
            Add(place, pointer, "greater_than_equal", $"Input should be greater than or equal to {least}");
        }

        if (model.Whole("maximum") is { } most && number > most)
        {
            Add(place, pointer, "less_than_equal", $"Input should be less than or equal to {most}");
        }
    }

    private void CheckItems(JsonArray items, JsonObject model, string place, string pointer)
    {
        for (int i = 0; i < items.Count; i++)
        {
            Check(items[i], model["items"], place, $"{pointer}/{i}");
        }
    }

    private void CheckMembers(JsonObject members, JsonObject model, string place, string pointer)
    {
        HashSet<string> required = [.. model.Items("required").Select(static name => name!.GetValue<string>())];
        HashSet<string> known = [];
        foreach ((string name, JsonNode? schema) in model.Members("properties"))
        {
            known.Add(name);
            if (members.TryGetPropertyValue(name, out JsonNode? value))
            {
                Check(value, schema, place, pointer + ValidationErrors.Step(name));
            }
            else if (required.Contains(name))
            {
                Add(place, pointer + ValidationErrors.Step(name), "missing", Missing);
            }
        }

        foreach ((string name, JsonNode? value) in members.Where(pair => !known.Contains(pair.Key)))
        {
            Check(value, model["additionalProperties"] as JsonObject, place, pointer + ValidationErrors.Step(name));
        }
    }

    /// <summary>Pydantic puts the tag into the path of what is wrong in its branch.</summary>
    private void CheckTagged(JsonNode? value, JsonObject discriminator, string place, string pointer)
    {
        string property = discriminator.Text("propertyName")!;
        if (value is not JsonObject members)
        {
            Add(place, pointer, "model_attributes_type", NoModel);
        }
        else if (members.Text(property) is not { } tag)
        {
            Add(place, pointer, "union_tag_not_found", $"Unable to extract tag using discriminator '{property}'");
        }
        else if (discriminator["mapping"] is JsonObject mapping && mapping.Text(tag) is { } branch)
        {
            Check(value, new JsonObject { ["$ref"] = branch }, place, pointer + ValidationErrors.Step(tag));
        }
        else
        {
            string tags = string.Join(", ", discriminator.Members("mapping").Select(static pair => $"'{pair.Key}'"));
            Add(place, pointer, "union_tag_invalid", $"Input tag found using '{property}' does not match any of the expected tags: {tags}");
        }
    }
}
