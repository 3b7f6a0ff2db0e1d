using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Dari.EndToEnd.Tests.Examples;

/// <summary>What the bundled documents promise, looked at by a reader that is not ours.</summary>
public sealed class SpecDocumentTests
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    [Theory]
    [InlineData("dari.openapi.yaml")]
    [InlineData("sandbox.openapi.yaml")]
    [InlineData("snapshot.openapi.json")]
    public void Microsoft_OpenApi_reads_it_without_errors(string document)
    {
        JsonNode root = SpecText.Read(document);

        ReadResult result = OpenApiDocument.Parse(root.ToJsonString(), "json");

        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        Assert.Equal(Operations(root).Count(), result.Document!.Paths.Sum(path => path.Value.Operations?.Count ?? 0));
    }

    [Theory]
    [InlineData("dari.openapi.yaml")]
    [InlineData("sandbox.openapi.yaml")]
    [InlineData("snapshot.openapi.json")]
    public void Every_operation_says_what_it_is_and_where_it_is_known_from(string document)
    {
        JsonNode root = SpecText.Read(document);
        string table = File.ReadAllText(RepositoryFolder.Path("specs/README.md"));
        foreach (JsonNode operation in Operations(root))
        {
            string id = operation["operationId"]!.GetValue<string>();
            Assert.Single(operation["tags"]!.AsArray());
            Assert.False(string.IsNullOrEmpty(operation["summary"]?.GetValue<string>()), id + " has no summary.");
            Assert.Contains(operation["x-dari-evidence"]!.GetValue<string>(), new[] { "documented", "client", "inferred" });
            Assert.Contains("`" + id + "`", table, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<JsonNode> Operations(JsonNode root) =>
        root["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Where(member => Methods.Contains(member.Key))
            .Select(member => member.Value!);
}
