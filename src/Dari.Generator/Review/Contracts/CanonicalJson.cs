using System;
using System.Linq;
using System.Text;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Review.Contracts;

/// <summary>A value of a document as JSON on one line with its members sorted: the same for the same value.</summary>
internal static class CanonicalJson
{
    public static string Of(SpecNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    public static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char character in value)
        {
            switch (character)
            {
                case '"' or '\\':
                    text.Append('\\').Append(character);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                default:
                    if (char.IsControl(character) || char.IsSurrogate(character) || IsInvisible(character))
                    {
                        text.Append("\\u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        text.Append(character);
                    }

                    break;
            }
        }

        text.Append('"');
    }

    /// <summary>Line ends of other alphabets and marks that turn the direction of text: they would hide what is written.</summary>
    public static bool IsInvisible(char character) => char.GetUnicodeCategory(character) is
        System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator;

    private static void Write(StringBuilder text, SpecNode node)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Object:
                text.Append('{');
                foreach (SpecMember member in node.Members.OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    Separate(text, '{');
                    WriteString(text, member.Name);
                    text.Append(':');
                    Write(text, member.Value);
                }

                text.Append('}');
                break;
            case SpecNodeKind.Array:
                text.Append('[');
                foreach (SpecNode item in node.Items)
                {
                    Separate(text, '[');
                    Write(text, item);
                }

                text.Append(']');
                break;
            case SpecNodeKind.String:
                WriteString(text, node.Text);
                break;
            case SpecNodeKind.Null:
                text.Append("null");
                break;
            default:
                text.Append(node.Text);
                break;
        }
    }

    private static void Separate(StringBuilder text, char open)
    {
        if (text[text.Length - 1] != open)
        {
            text.Append(',');
        }
    }
}
