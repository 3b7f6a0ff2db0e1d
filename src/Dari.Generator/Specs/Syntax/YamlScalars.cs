using System;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dari.Generator.Specs.Syntax;

/// <summary>
/// What a YAML scalar means: the core schema of YAML 1.2, in which <c>yes</c> and <c>2020-01-01</c> are strings, with
/// numbers in their JSON form. Infinity and NaN have none and stay strings.
/// </summary>
internal static class YamlScalars
{
    private const string CoreTags = "tag:yaml.org,2002:";

    public static (SpecNodeKind Kind, string Text) Resolve(Scalar scalar)
    {
        string text = scalar.Value;
        string tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        if (tag.StartsWith(CoreTags, StringComparison.Ordinal))
        {
            return ResolveTagged(tag.Substring(CoreTags.Length), text);
        }

        // "!" says: not by the look of it.
        return scalar.Style == ScalarStyle.Plain && tag != "!" ? ResolvePlain(text) : (SpecNodeKind.String, text);
    }

    private static (SpecNodeKind Kind, string Text) ResolvePlain(string text)
    {
        if (text.Length == 0)
        {
            return (SpecNodeKind.Null, "");
        }

        switch (text)
        {
            case "~" or "null" or "Null" or "NULL":
                return (SpecNodeKind.Null, "");
            case "true" or "True" or "TRUE":
                return (SpecNodeKind.Boolean, "true");
            case "false" or "False" or "FALSE":
                return (SpecNodeKind.Boolean, "false");
            default:
                return NumberText.Normalize(text) is { } number ? (SpecNodeKind.Number, number) : (SpecNodeKind.String, text);
        }
    }

    /// <summary>A tag turns quoted text into a number and plain text into a string; one that does not fit is ignored.</summary>
    private static (SpecNodeKind Kind, string Text) ResolveTagged(string tag, string text)
    {
        (SpecNodeKind Kind, string Text) plain = ResolvePlain(text);
        bool fits = tag switch
        {
            "int" or "float" => plain.Kind == SpecNodeKind.Number,
            "bool" => plain.Kind == SpecNodeKind.Boolean,
            "null" => plain.Kind == SpecNodeKind.Null,
            _ => false,
        };

        return fits ? plain : (SpecNodeKind.String, text);
    }
}
