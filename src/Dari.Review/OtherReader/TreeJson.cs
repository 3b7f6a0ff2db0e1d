using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.OtherReader;

/// <summary>A document as JSON, in its own order: for a reader that knows less of YAML than we do.</summary>
internal static class TreeJson
{
    /// <returns>UTF-8.</returns>
    public static byte[] Of(SpecNode root)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 10_000 }))
        {
            Write(json, root);
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SpecNode node)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Object:
                json.WriteStartObject();
                foreach (SpecMember member in node.Members.DistinctBy(member => member.Name))
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case SpecNodeKind.Array:
                json.WriteStartArray();
                foreach (SpecNode item in node.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case SpecNodeKind.Number when decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number):
                json.WriteNumberValue(number);
                break;
            case SpecNodeKind.Boolean:
                json.WriteBooleanValue(node.Text == "true");
                break;
            case SpecNodeKind.Null:
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue(node.Text);
                break;
        }
    }
}
