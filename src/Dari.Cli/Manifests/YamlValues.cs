using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests;

/// <summary>What nodes mean. A plain scalar is whatever one of the common readers of YAML makes of it.</summary>
internal static partial class YamlValues
{
    /// <summary>The value of a key; null when there is none.</summary>
    public static YamlNode? Find(this YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    /// <summary>The text of a scalar; null for anything else.</summary>
    public static string? Text(this YamlNode? node) => node is YamlScalarNode { Value: { } text } scalar && !scalar.IsNull() ? text : null;

    /// <summary>The items of a list; none for anything else.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode list ? list.Children : [];

    public static bool IsNull(this YamlNode node) =>
        node is YamlScalarNode scalar && IsPlain(scalar) && scalar.Value is null or "" or "~" or "null" or "Null" or "NULL";

    public static bool? Flag(this YamlNode node) => node is YamlScalarNode scalar && IsPlain(scalar)
        ? scalar.Value switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => null,
        }
        : null;

    public static long? Integer(this YamlNode node) =>
        node is YamlScalarNode scalar
        && IsPlain(scalar)
        && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    /// <summary>What a scalar is when it is not text, in words; null when it is text.</summary>
    public static string? OtherThanText(this YamlScalarNode scalar)
    {
        if (!IsPlain(scalar))
        {
            return null;
        }

        string value = scalar.Value ?? "";
        return scalar.IsNull() ? "empty"
            : Truth().IsMatch(value) ? "true or false"
            : Number().IsMatch(value) ? "a number"
            : Date().IsMatch(value) ? "a date"
            : null;
    }

    /// <summary>What a node is, in words.</summary>
    public static string Kind(this YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        YamlScalarNode scalar => scalar.OtherThanText() ?? "text",
        _ => "something else",
    };

    private static bool IsPlain(YamlScalarNode scalar) =>
        scalar.Style is ScalarStyle.Plain or ScalarStyle.Any && (scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific);

    /// <summary>YAML 1.1, which many readers still follow, has more words than the newer one.</summary>
    [GeneratedRegex(@"\A(?:true|false|yes|no|on|off)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Truth();

    [GeneratedRegex(@"\A(?:[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d+)(?:[eE][-+]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
