using System.Text;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Tests.Binding;

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

    /// <summary>As many as fit into a build; the environment can ask for more.</summary>
    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("DARI_FUZZ_ROUNDS"), out int rounds) ? rounds : 400;

    [Theory]
    [MemberData(nameof(Documents))]
    public void Bytes_flipped_anywhere(string text, string path)
    {
        var random = new Random(271828);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] flipped = [.. bytes];
            for (int flips = random.Next(1, 6); flips > 0; flips--)
            {
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            }

            Check(Encoding.UTF8.GetString(flipped), path);
        }
    }

    [Fact]
    public void Pieces_of_documents_in_each_other()
    {
        var random = new Random(314159);
        (string Text, string Path)[] documents = [.. Documents.Select(row => ((string)row[0], (string)row[1]))];
        for (int round = 0; round < Rounds * 2; round++)
        {
            (string text, string path) = documents[random.Next(documents.Length)];
            string other = documents[random.Next(documents.Length)].Text;
            int from = random.Next(other.Length);
            string piece = other.Substring(from, random.Next(Math.Min(80, other.Length - from)));
            int at = random.Next(text.Length);
            Check(text[..at] + piece + text[Math.Min(text.Length, at + random.Next(40))..], path);
        }
    }

    [Fact]
    public void Overlays_and_referenced_documents_changed_anywhere()
    {
        const string Overlay = """
            overlay: 1.0.0
            actions:
            - { target: "$.paths[?@.get.tags[0] == 'x' || count(@..$ref) > 0]", update: { x-a: [1] } }
            - { target: "$..schemas['A', \"B\"][::-1]", remove: true }
            - { target: $.info, copy: "$.paths.*.get[?match(@, '(a|b)*\\\\p{L}{2,3}')]" }
            """;
        var random = new Random(161803);
        for (int round = 0; round < Rounds; round++)
        {
            string overlay = Mutate(Overlay, random);
            string other = Mutate(Json, random);
            Should.NotThrow(() => Reading.Overlaid(Json, overlay), overlay);
            Should.NotThrow(
                () => Reading.Document("openapi: 3.1.0\ncomponents: { schemas: { A: { $ref: 'b.json#/definitions/A' } } }", "spec.yaml", ("b.json", other)), other);
        }
    }

    [Theory]
    [InlineData("minimum: 1e999999999, maxLength: 1e999999999, minItems: -1e999999999, multipleOf: 1e-999999999")]
    [InlineData("enum: [1e999999999, -0, 99999999999999999999999999999999999999], default: 1e999999999, type: number")]
    [InlineData("description: \"\\u202e\\u0000\\u001b\\ufeff\", title: \"*/ }\"")]
    [InlineData("pattern: '(a+)+$', format: \"\\u2028\", type: string")]
    public void Values_that_were_made_to_harm(string keywords) =>
        BinderHost.Bind($"components: {{ schemas: {{ S: {{ type: object, properties: {{ x: {{ {keywords} }} }} }} }} }}").Value.ShouldNotBeNull();

    [Fact]
    public void A_name_of_a_million_characters()
    {
        string name = new('n', 1_000_000);

        Reading<ApiDocument> reading = Reading.Document($"openapi: 3.1.0\npaths: {{ /{name}: {{ get: {{ tags: {{}} }} }} }}");

        // Messages stay short, whatever they quote.
        reading.Problems.ShouldHaveSingleItem().Length.ShouldBeLessThan(1_000);
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

    private static string Mutate(string text, Random random)
    {
        const string Pieces = "$@.*[]?()'\"\\:,{}|&!=<>0-~ \n";
        var mutated = new StringBuilder(text);
        for (int edits = random.Next(1, 5); edits > 0; edits--)
        {
            int at = random.Next(mutated.Length);
            mutated = random.Next(3) switch
            {
                0 => mutated.Remove(at, Math.Min(random.Next(4), mutated.Length - at)),
                1 => mutated.Insert(at, Pieces[random.Next(Pieces.Length)]),
                _ => mutated.Insert(at, text.Substring(at % text.Length, Math.Min(8, text.Length - (at % text.Length)))),
            };
        }

        return mutated.ToString();
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
