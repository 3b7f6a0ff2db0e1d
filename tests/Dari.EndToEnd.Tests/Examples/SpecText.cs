using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dari.EndToEnd.Tests.Examples;

/// <summary>Reads a bundled document without the generator's own reader.</summary>
internal static class SpecText
{
    public static JsonNode Read(string document)
    {
        using Stream stream = typeof(SpecText).Assembly.GetManifestResourceStream(document)!;
        using var reader = new StreamReader(stream);
        if (document.EndsWith(".json", StringComparison.Ordinal))
        {
            return JsonNode.Parse(reader.ReadToEnd())!;
        }

        var yaml = new YamlStream();
        yaml.Load(reader);
        return Convert(yaml.Documents[0].RootNode)!;
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray(list.Children.Select(Convert).ToArray()),
        YamlScalarNode scalar => Scalar(scalar),
        _ => throw new InvalidOperationException("The document uses aliases."),
    };

    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        string text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return text;
        }

        return text switch
        {
            "" or "~" or "null" => null,
            "true" => true,
            "false" => false,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) => integer,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && char.IsAsciiDigit(text.TrimStart('-')[0]) => number,
            _ => text,
        };
    }
}
