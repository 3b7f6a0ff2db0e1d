using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Documents;

/// <summary>A document, JSON or YAML, as a tree that tests may change and write as JSON.</summary>
internal static class SpecTree
{
    public static JsonObject Read(string path)
    {
        var source = new SpecSource(path, SourceText.From(File.ReadAllText(path)));
        return Read(source);
    }

    public static JsonObject Parse(string yaml) => Read(new SpecSource("/acme/acme.yaml", SourceText.From(yaml)));

    public static string Write(JsonNode tree) => tree.ToJsonString(new JsonSerializerOptions { MaxDepth = 1000 });

    private static JsonObject Read(SpecSource source) =>
        Node(SyntaxReader.Read(source, new ProblemList(source), default) ?? throw new InvalidDataException(source.Path)) as JsonObject
        ?? throw new InvalidDataException(source.Path);

    private static JsonNode? Node(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Object => Object(node),
        SpecNodeKind.Array => new JsonArray([.. node.Items.Select(Node)]),
        SpecNodeKind.String => JsonValue.Create(node.Text),
        SpecNodeKind.Number => JsonNode.Parse(IsJson(node.Text) ? node.Text : "\"" + node.Text + "\""),
        SpecNodeKind.Boolean => JsonValue.Create(node.Text == "true"),
        _ => null,
    };

    private static JsonObject Object(SpecNode node)
    {
        var result = new JsonObject();
        foreach (SpecMember member in node.Members)
        {
            result.TryAdd(member.Name, Node(member.Value));
        }

        return result;
    }

    // YAML has numbers that JSON cannot write.
    private static bool IsJson(string number)
    {
        try
        {
            JsonNode.Parse(number);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
