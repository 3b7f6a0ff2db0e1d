using System.Globalization;
using System.Text.Json.Nodes;
using Dari.Emulator.Contract;

namespace Dari.Emulator.Snapshot.Validation;

/// <summary>Validation errors in the form of FastAPI: <c>loc</c>, <c>msg</c> and <c>type</c>. Values are never repeated.</summary>
internal static class ValidationErrors
{
    public static JsonObject View(Finding finding) => new()
    {
        ["loc"] = new JsonArray([finding.Place, .. Steps(finding.Pointer)]),
        ["msg"] = finding.Message,
        ["type"] = finding.Rule,
    };

    /// <summary>A finding of the host in the words of FastAPI, for what <see cref="RequestReport"/> has no words for.</summary>
    public static Finding Translate(Finding finding) => finding.Rule switch
    {
        "required" => finding with { Rule = "missing", Message = "Field required" },
        "json" => finding with { Rule = "json_invalid", Message = "JSON decode error" },
        "content-type" => finding with { Rule = "model_attributes_type", Message = ModelReport.NoModel },
        _ when finding.Rule.Contains('_') || finding.Rule is "missing" or "enum" => finding,
        _ => finding with { Rule = "value_error", Message = "Value error, " + finding.Message },
    };

    /// <summary>A step of a JSON Pointer.</summary>
    public static string Step(string name) => "/" + name.Replace("~", "~0").Replace("/", "~1");

    private static IEnumerable<JsonNode?> Steps(string pointer) => pointer.TrimStart('/').Split('/')
        .Where(step => pointer.Length > 0)
        .Select(static step => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? (JsonNode?)JsonValue.Create(index)
            : JsonValue.Create(step.Replace("~1", "/").Replace("~0", "~")));
}
