using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dari.Emulator.Contract;

/// <summary>Reads YAML into JSON nodes. Scalars are typed as the core schema of YAML 1.2 says.</summary>
internal static class YamlText
{
    private const int MaxDepth = 100;
    private const int MaxNodes = 1_000_000;

    /// <exception cref="FormatException">The text is not one YAML document, or it is nested or expanded too far.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            var reader = new Reader(new Parser(new StringReader(text)));
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            throw new FormatException($"Line {exception.Start.Line}, column {exception.Start.Column}: {exception.Message}", exception);
        }
    }

    private sealed class Reader(IParser parser)
    {
        private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];
        private int _nodes;

        public JsonNode? ReadDocument()
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return null;
            }

            JsonNode? root = ReadNode(0);
            parser.Consume<DocumentEnd>();
            return parser.TryConsume<StreamEnd>(out _) ? root : throw new FormatException("There is more than one document.");
        }

        private JsonNode? ReadNode(int depth)
        {
            if (depth > MaxDepth || ++_nodes > MaxNodes)
            {
                throw new FormatException("The document is nested too deeply or is too large.");
            }

            if (parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
            {
                return ReadAlias(alias);
            }

            AnchorName anchor = parser.Current is NodeEvent node ? node.Anchor : AnchorName.Empty;
            JsonNode? value =
                parser.TryConsume<Scalar>(out Scalar? scalar) ? YamlScalar.ToJson(scalar)
                : parser.TryConsume<SequenceStart>(out _) ? ReadSequence(depth)
                : ReadMapping(depth);
            if (!anchor.IsEmpty)
            {
                _anchors[anchor] = value;
            }

            return value;
        }

        private JsonNode? ReadAlias(AnchorAlias alias)
        {
            if (!_anchors.TryGetValue(alias.Value, out JsonNode? value))
            {
                throw new FormatException($"Line {alias.Start.Line}: the alias '{alias.Value}' has no anchor before it.");
            }

            JsonNode? copy = value?.DeepClone();
            _nodes += Count(copy);
            return _nodes <= MaxNodes ? copy : throw new FormatException("The aliases expand to too large a document.");
        }

        private JsonArray ReadSequence(int depth)
        {
            var items = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(depth + 1));
            }

            return items;
        }

        private JsonObject ReadMapping(int depth)
        {
            parser.Consume<MappingStart>();
            var members = new JsonObject();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                Scalar key = parser.Consume<Scalar>();
                if (!members.TryAdd(key.Value, ReadNode(depth + 1)))
                {
                    throw new FormatException($"Line {key.Start.Line}, column {key.Start.Column}: the key '{key.Value}' is there twice.");
                }
            }

            return members;
        }

        private static int Count(JsonNode? node) => node switch
        {
            JsonObject members => 1 + members.Sum(static member => Count(member.Value)),
            JsonArray items => 1 + items.Sum(Count),
            _ => 1,
        };
    }
}
