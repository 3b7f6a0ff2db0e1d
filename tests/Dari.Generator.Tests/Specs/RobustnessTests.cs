using System.Text;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Tests.Specs;

/// <summary>Whatever the text is, reading ends with a document or with problems, never with an exception.</summary>
public class RobustnessTests
{
    private const string Yaml = """
        # comment
        openapi: 3.1.0
        info: &i {title: "T\u00e9", version: 1.0}
        paths:
          /a/{id}:
            parameters: [{name: id, in: path, schema: {type: [string, 'null']}}]
            get:
              tags: [x]
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
              responses:
                200: {description: |
                  }
                default: {$ref: '#/components/responses/R'}
        components:
          responses: {R: {description: >-
            folded
            text
          , headers: {H: {schema: {enum: [1, ~, .5]}}}}}
          schemas:
            A: &a
              <<: {type: object}
              properties: {b: *a_not, c: {minimum: -1e3, oneOf: [{$ref: "#/components/schemas/A"}]}}
              discriminator: {propertyName: k, mapping: {z: A}}
        """;

    private const string PlainYaml = """
        openapi: 3.0.0
        info: &i
          title: "T\u00e9"
          x: *i2
        paths:
          /a/{id}:
            get:
              responses:
                200:
                  description: |2-
                       
                    text
                  content:
                    application/json:
                      schema: &s
                        <<: [{type: object}]
                        nullable: true
                        properties:
                          self: {$ref: '#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema'}
        ? !!str complex
        : - 0x1F
          - 'single ''quoted'''
        """;

    private const string Json = """
        {"swagger": "2.0", "host": "h", "schemes": ["https"], "consumes": ["a/b"], "definitions": {"A": {"type": "object",
        "properties": {"x": {"$ref": "#/definitions/A"}, "y": {"enum": [1, -2.5e3, null, true, "\ud83d\ude00\n"]}}, "discriminator": "x"}},
        "paths": {"/a/{b}": {"post": {"parameters": [{"in": "formData", "name": "f", "type": "file"}, {"in": "path", "name": "b",
        "type": "array", "collectionFormat": "csv", "items": {"type": "string"}}], "responses": {"200": {"description": "",
        "schema": {"$ref": "#/definitions/A"}, "headers": {"X": {"type": "string"}}}}}}}, "securityDefinitions": {"k": {"type": "basic"}}}
        """;

    public static TheoryData<string, string> Documents => new()
    {
        { Yaml, "spec.yaml" },
        { PlainYaml.Replace("x: *i2", "x: 1", StringComparison.Ordinal), "spec.yaml" },
        { PlainYaml.Replace("\n", "\r\n", StringComparison.Ordinal), "spec.yaml" },
        { Json, "spec.json" },
        { Json, "spec.yaml" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Cut_off_anywhere(string text, string path)
    {
        for (int length = 0; length <= text.Length; length++)
        {
            Check(text[..length], path);
            Check(text[length..], path);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Changed_anywhere(string text, string path)
    {
        const string Replacements = "\0\t\n\r \"'{}[]:,*&!|>#%@`-?~0\u0085\uFEFF\uD83D\uDE00";
        for (int i = 0; i < text.Length; i++)
        {
            // One in three characters by each of a third of the replacements: every pair is met across the documents.
            for (int j = i % 3; j < Replacements.Length; j += 3)
            {
                Check(text[..i] + Replacements[j] + text[(i + 1)..], path);
            }

            Check(text.Remove(i, 1), path);
            Check(text.Insert(i, text.Substring(i, Math.Min(7, text.Length - i))), path);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Shuffled_lines(string text, string path)
    {
        var random = new Random(4711);
        string[] lines = text.Split('\n');
        for (int round = 0; round < 300; round++)
        {
            string[] shuffled = [.. lines];
            for (int swaps = 0; swaps < 3; swaps++)
            {
                int a = random.Next(lines.Length);
                int b = random.Next(lines.Length);
                (shuffled[a], shuffled[b]) = (shuffled[b], shuffled[a]);
            }

            Check(string.Join("\n", shuffled), path);
        }
    }

    /// <summary>Every value of a good document replaced by a value of each other kind.</summary>
    [Fact]
    public void Values_of_every_kind_in_every_place()
    {
        SpecNode root = Reading.Tree(Json, "spec.json").Value;
        var ranges = new List<(int Start, int End)>();
        Collect(root, ranges);
        foreach ((int start, int end) in ranges)
        {
            foreach (string value in (string[])["null", "true", "7", "-1.5", "\"\"", "\"text\"", "[]", "[[]]", "{}", """{"$ref": "#"}""", """[{"$ref": "#/paths"}]"""])
            {
                Reading<ApiDocument> reading = Reading.Document(Json[..start] + value + Json[end..], "spec.json");
                reading.Ids.ShouldNotContain("DARI001");
            }
        }
    }

    [Fact]
    public void Many_blank_lines_take_little_time()
    {
        string text = "openapi: 3.1.0\nx: |\n" + string.Concat(Enumerable.Repeat(" \n", 200_000)) + "  end";

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Check(text, "spec.yaml");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static void Check(string text, string path)
    {
        try
        {
            Reading<ApiDocument> reading = Reading.Document(text, path);
            if (reading.Result is null)
            {
                reading.Problems.ShouldNotBeEmpty();
            }
        }
        catch (Exception exception)
        {
            var escaped = new StringBuilder();
            foreach (char character in text)
            {
                escaped.Append(character is < ' ' or > '~' and not '\n' ? $"\\u{(int)character:x4}" : character.ToString());
            }

            Assert.Fail($"{exception}\n--- {path}\n{escaped}");
        }
    }

    private static void Collect(SpecNode node, List<(int Start, int End)> ranges)
    {
        ranges.Add((node.Start, node.End));
        foreach (SpecNode child in node.Items.Concat(node.Members.Select(member => member.Value)))
        {
            Collect(child, ranges);
        }
    }
}
