using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>JSON as YAML by many hands: block and flow, every way to write a scalar, anchors for what stands twice.</summary>
internal sealed class YamlText(Random random)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);

    public static string Of(JsonObject root, Random random)
    {
        var yaml = new YamlText(random);
        yaml._text.Append(random.Next(2) == 0 ? "# A comment: with { signs }\n---\n" : "");
        yaml.Block(root, 0);
        return yaml._text.ToString();
    }

    private void Block(JsonObject value, int indent)
    {
        foreach ((string name, JsonNode? member) in value)
        {
            _text.Append(' ', indent).Append(Key(name)).Append(':');
            Value(member, indent);
        }
    }

    private void Items(JsonArray list, int indent)
    {
        foreach (JsonNode? item in list)
        {
            _text.Append(' ', indent).Append('-');
            Value(item, indent);
        }
    }

    /// <summary>What stands behind a colon or a dash, to the end of the line.</summary>
    private void Value(JsonNode? node, int indent)
    {
        if (Anchor(node) is { } known && random.Next(2) == 0)
        {
            _text.Append(" *").Append(known).Append('\n');
            return;
        }

        if (node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && (node is not JsonObject { Count: < 4 } || random.Next(3) > 0))
        {
            Define(node);
            _text.Append(random.Next(20) == 0 ? " # here\n" : "\n");
            if (node is JsonObject members)
            {
                Block(members, indent + 2);
            }
            else
            {
                // A list may stand as far out as its key.
                Items((JsonArray)node, indent + 2);
            }
        }
        else if (node is JsonValue && node.GetValueKind() == JsonValueKind.String && Lines(node.GetValue<string>()))
        {
            _text.Append(" |-\n");
            foreach (string line in node.GetValue<string>().Split('\n'))
            {
                _text.Append(' ', line.Length == 0 ? 0 : indent + 2).Append(line).Append('\n');
            }
        }
        else
        {
            _text.Append(' ');
            Define(node);
            _text.Append(_text[^1] == ' ' ? "" : " ").Append(Flow(node)).Append('\n');
        }
    }

    // Only what is big enough that two of it are no accident, and only what has no anchor within.
    private string? Anchor(JsonNode? node) =>
        node is JsonObject { Count: > 1 } && node.ToJsonString() is { Length: < 400 } text && _anchors.TryGetValue(text, out string? name) ? name : null;

    private void Define(JsonNode? node)
    {
        if (node is JsonObject { Count: > 1 } && node.ToJsonString() is { Length: < 400 } text && !_anchors.ContainsKey(text) && random.Next(20) == 0)
        {
            string name = "a" + _anchors.Count;
            _anchors.Add(text, name);
            _text.Append(_text[^1] == ' ' ? "&" : " &").Append(name);
        }
    }

    private static bool Lines(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && !text.Any(character => char.IsControl(character) && character != '\n' || character is '\u2028' or '\u2029' or '\u0085' or '\uFEFF')
        && !text.StartsWith('\n') && !text.StartsWith(' ') && !text.EndsWith('\n') && !text.Split('\n').Any(line => line.StartsWith(' ') || line.EndsWith(' ') || line.Length == 0);

    private string Flow(JsonNode? node) => node switch
    {
        JsonObject members => "{ " + string.Join(", ", members.Select(member => Key(member.Key) + ": " + Flow(member.Value))) + " }",
        JsonArray items => "[" + string.Join(", ", items.Select(Flow)) + "]",
        null => random.Next(2) == 0 ? "null" : "~",
        _ when node.GetValueKind() == JsonValueKind.String => Scalar(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    private string Key(string name) => IsPlain(name) && name.Length < 100 && random.Next(5) > 0 ? name : Quoted(name);

    private string Scalar(string text) => IsPlain(text) && random.Next(4) > 0 ? text : Quoted(text);

    private string Quoted(string text) =>
        random.Next(2) == 0 && !text.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' || char.IsSurrogate(character))
            ? "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'"
            : JsonSerializer.Serialize(text);

    /// <summary>Whether a text without quotes is the same text: no number, no truth value, no sign of YAML.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0])
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '/' or ' ' or '+' || character is >= '\u00C0' and < '\u2000')
        && !text.EndsWith(' ')
        && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n");
}
