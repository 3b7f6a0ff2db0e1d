using System.Text;
using System.Text.Json.Nodes;
using Dari.Benchmarks.FrontEnd;
using Dari.Benchmarks.Report;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.Growth;

/// <summary>Single schemas of unusual size, which real documents have: they stay usable.</summary>
internal static class OddDocuments
{
    public static IEnumerable<Row> Rows()
    {
        yield return Measure("union of 200 cases", Union(200), Union(20), 10);
        yield return Measure("record of 500 members", Record(500), Record(50), 10);
        yield return Measure("allOf chain 50 deep", Chain(50), Chain(5), 10);
        yield return Measure("enum of 5,000 values", Enumeration(5000), Enumeration(500), 10);
    }

    private static Row Measure(string what, JsonObject large, JsonObject small, int times)
    {
        (Timing ours, Timing less) = Timing.Pair(() => FrontEnds.Ours("odd.json", Text(large)), () => FrontEnds.Ours("odd.json", Text(small)));
        return new Row
        {
            What = what,
            Beside = "a tenth of it",
            Unit = "ms",
            Ours = ours.Milliseconds,
            Other = less.Milliseconds,
            OurBytes = ours.Bytes,
            OtherBytes = less.Bytes,
            Note = $"{times} times the size",
        };
    }

    private static SourceText Text(JsonObject schemas) => SourceText.From(
        new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Odd", ["version"] = "1" },
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject { ["schemas"] = schemas.DeepClone() },
        }.ToJsonString(),
        Encoding.UTF8);

    private static JsonObject Union(int cases)
    {
        var schemas = new JsonObject();
        for (int i = 0; i < cases; i++)
        {
            schemas["Case" + Letters(i)] = JsonNode.Parse("""
                {"type":"object","required":["type","value"],"properties":{"type":{"type":"string"},"value":{"type":"integer"}}}
                """);
        }

        schemas["Union"] = new JsonObject
        {
            ["oneOf"] = new JsonArray([.. Enumerable.Range(0, cases).Select(i => (JsonNode)Ref("Case" + Letters(i)))]),
            ["discriminator"] = new JsonObject { ["propertyName"] = "type" },
        };
        return schemas;
    }

    private static JsonObject Record(int members)
    {
        var properties = new JsonObject();
        for (int i = 0; i < members; i++)
        {
            properties["member_" + Letters(i).ToLowerInvariant()] = new JsonObject { ["type"] = i % 2 == 0 ? "string" : "integer" };
        }

        return new JsonObject { ["Record"] = new JsonObject { ["type"] = "object", ["properties"] = properties } };
    }

    private static JsonObject Chain(int depth)
    {
        var schemas = new JsonObject();
        for (int i = 0; i < depth; i++)
        {
            var own = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["member_" + Letters(i).ToLowerInvariant()] = new JsonObject { ["type"] = "string" } },
            };
            schemas["Level" + Letters(i)] = i == 0 ? own : new JsonObject { ["allOf"] = new JsonArray(Ref("Level" + Letters(i - 1)), own) };
        }

        return schemas;
    }

    private static JsonObject Enumeration(int values) => new()
    {
        ["Enumeration"] = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. Enumerable.Range(0, values).Select(i => (JsonNode)("value-" + Letters(i).ToLowerInvariant()))]),
        },
    };

    private static JsonObject Ref(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static string Letters(int number) =>
        number < 26 ? ((char)('A' + number)).ToString() : Letters((number / 26) - 1) + (char)('A' + (number % 26));
}
