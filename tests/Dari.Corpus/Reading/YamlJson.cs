using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dari.Corpus.Reading;

/// <summary>YAML as the JSON it stands for, by the core schema of YAML 1.2 with merge keys.</summary>
internal static partial class YamlJson
{
    public static JsonNode? Parse(string text)
    {
        var stream = new YamlStream();
        // The parser refuses a block scalar that begins with an empty line of more spaces than its text has, which YAML
        // allows within limits and documents do beyond them. Spaces on empty lines mean nothing to a description.
        stream.Load(new StringReader(EmptyLine().Replace(text, "")));
        return Convert(stream.Documents[0].RootNode);
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Mapping(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode scalar => Scalar(scalar),
        _ => null,
    };

    private static JsonObject Mapping(YamlMappingNode mapping)
    {
        var json = new JsonObject();
        foreach ((YamlNode key, YamlNode value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain })
            {
                foreach (YamlMappingNode merged in value is YamlSequenceNode list ? list.Children.OfType<YamlMappingNode>() : [(YamlMappingNode)value])
                {
                    foreach ((string name, JsonNode? member) in Mapping(merged))
                    {
                        json.TryAdd(name, member?.DeepClone());
                    }
                }
            }
            else
            {
                json[((YamlScalarNode)key).Value ?? ""] = Convert(value);
            }
        }

        return json;
    }

    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        string text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag is { IsEmpty: false, Value: "!" or "tag:yaml.org,2002:str" })
        {
            return JsonValue.Create(text);
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return JsonValue.Create(true);
            case "false" or "False" or "FALSE":
                return JsonValue.Create(false);
        }

        if (JsonNumber().IsMatch(text))
        {
            return JsonNode.Parse(text);
        }

        // The forms of YAML that JSON has not: signs, leading zeros, missing digits, octal and hexadecimal.
        return YamlNumber().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number)
            ? JsonValue.Create(number)
            : text.StartsWith("0x", StringComparison.Ordinal)
                && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long hex)
            ? JsonValue.Create(hex)
            : JsonValue.Create(text);
    }

    [GeneratedRegex("^[ ]+(?=\\r?$)", RegexOptions.Multiline)]
    private static partial Regex EmptyLine();

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex JsonNumber();

    [GeneratedRegex("^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex YamlNumber();
}
