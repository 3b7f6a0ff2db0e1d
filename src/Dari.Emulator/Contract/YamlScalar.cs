using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dari.Emulator.Contract;

/// <summary>The core schema of YAML 1.2: which plain scalars are null, booleans and numbers.</summary>
internal static partial class YamlScalar
{
    public static JsonNode? ToJson(Scalar scalar)
    {
        string text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str" || scalar.Tag.ToString() == "!")
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ => Number(text) ?? JsonValue.Create(text),
        };
    }

    private static JsonNode? Number(string text)
    {
        if (Integer().IsMatch(text))
        {
            BigInteger value = BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return value >= long.MinValue && value <= long.MaxValue
                ? JsonValue.Create((long)value)
                : JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture));
        }

        if (Prefixed().Match(text) is { Success: true } prefixed)
        {
            return JsonValue.Create(Convert.ToInt64(prefixed.Groups[2].Value, prefixed.Groups[1].Value == "x" ? 16 : 8));
        }

        return Float().IsMatch(text)
            ? JsonValue.Create(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"\A[-+]?[0-9]+\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"\A0(x|o)([0-9a-fA-F]{1,15})\z")]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float();
}
