using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Dari.Agents;
using Dari.Sandboxes;
using Dari.Snapshots;
using Xunit.Abstractions;

namespace Dari.EndToEnd.Tests.Examples;

/// <summary>Every example in the bundled documents reads into its model and is written back as the same JSON value.</summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("dari.openapi.yaml", "Dari.Agents", 60)]
    [InlineData("sandbox.openapi.yaml", "Dari.Sandboxes", 60)]
    [InlineData("snapshot.openapi.json", "Dari.Snapshots", 4)]
    public void Examples_survive_reading_and_writing(string document, string space, int atLeast)
    {
        JsonSerializerOptions options = Options(document);
        int count = 0;
        foreach (SpecExample example in SpecExamples.Of(document))
        {
            Type type = typeof(DariClient).Assembly.GetType(space + "." + example.Schema, throwOnError: false, ignoreCase: true)
                ?? throw new InvalidOperationException($"{example.Schema} of {document} has no type.");
            JsonTypeInfo info = options.GetTypeInfo(type);

            object? model = example.Value.Deserialize(info);
            JsonNode? written = JsonSerializer.SerializeToNode(model, info);

            Assert.True(JsonNode.DeepEquals(example.Value, written), $"{example.Pointer}: {example.Value} became {written}");
            count++;
        }

        output.WriteLine($"{document}: {count} examples");
        Assert.True(count >= atLeast, $"Only {count} examples were found in {document}.");
    }

    // No reflection: what is not in the client's resolver cannot be read.
    private static JsonSerializerOptions Options(string document) => new()
    {
        TypeInfoResolver = document switch
        {
            "dari.openapi.yaml" => DariClientJson.Default,
            "sandbox.openapi.yaml" => SandboxClientJson.Default,
            _ => SnapshotClientJson.Default,
        },
    };
}
