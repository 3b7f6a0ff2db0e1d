using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Emulator.Contract;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>The JSON Schema that a tool's results have to match.</summary>
internal static class OutputSchema
{
    public static IReadOnlyList<Finding> Check(string schema, JsonNode? result)
    {
        try
        {
            JsonObject root = JsonNode.Parse(schema) as JsonObject ?? [];
            return new SchemaCheck(root, root, forRequest: true).Check(result?.ToJsonString() ?? "null", "result");
        }
        catch (JsonException)
        {
            return [new Finding("result", "", "schema", "The tool's output schema is not JSON.")];
        }
    }
}
