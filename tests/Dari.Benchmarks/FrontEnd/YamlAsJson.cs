using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dari.Benchmarks.FrontEnd;

/// <summary>YAML to JSON nodes by YamlDotNet's events, as a user of Microsoft.OpenApi would have to do it.</summary>
internal static class YamlAsJson
{
    public static JsonNode Convert(string yaml)
    {
        // YamlDotNet 16.3 refuses a block scalar whose first lines are blank but not empty; real documents have some.
        string[] lines = yaml.Split('\n');
        string text = string.Join('\n', lines.Select(line => line.AsSpan().Trim().IsEmpty ? "" : line));
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Node(parser, [])!;
    }

    private static JsonNode? Node(Parser parser, Dictionary<string, JsonNode?> anchors)
    {
        ParsingEvent found = parser.Consume<ParsingEvent>();
        switch (found)
        {
            case AnchorAlias alias:
                return anchors[alias.Value.Value]?.DeepClone();
            case Scalar scalar:
                return Noted(scalar, Value(scalar), anchors);
            case SequenceStart sequence:
                var items = new JsonArray();
                while (!parser.Accept<SequenceEnd>(out _))
                {
                    items.Add(Node(parser, anchors));
                }

                parser.Consume<SequenceEnd>();
                return Noted(sequence, items, anchors);
            case MappingStart mapping:
                var members = new JsonObject();
                while (!parser.Accept<MappingEnd>(out _))
                {
                    members[parser.Consume<Scalar>().Value] = Node(parser, anchors);
                }

                parser.Consume<MappingEnd>();
                return Noted(mapping, members, anchors);
            default:
                throw new InvalidOperationException("Unexpected " + found.GetType().Name + " at " + found.Start);
        }
    }

    private static JsonNode? Noted(NodeEvent at, JsonNode? node, Dictionary<string, JsonNode?> anchors)
    {
        if (!at.Anchor.IsEmpty)
        {
            anchors[at.Anchor.Value] = node;
        }

        return node;
    }

    private static JsonNode? Value(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(scalar.Value);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) =>
                JsonValue.Create(integer),
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && double.IsFinite(number) => JsonValue.Create(number),
            var text => JsonValue.Create(text),
        };
    }
}
