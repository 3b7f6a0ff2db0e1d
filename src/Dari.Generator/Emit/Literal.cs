using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Dari.Generator.Emit;

/// <summary>A C# literal. One of the doors through which text of the document may enter a template.</summary>
internal readonly struct Literal
{
    private Literal(string text) => Text = text;

    public string Text { get; }

    public static Literal String(string value) =>
        new(IsPlain(value) ? "\"" + value + "\"" : Quoted(value, keepLoneSurrogates: true));

    /// <summary>A UTF-8 literal. Half a surrogate pair has no UTF-8 form: it becomes U+FFFD, as encoders do.</summary>
    public static Literal Utf8(string value) =>
        new(IsPlain(value) ? "\"" + value + "\"u8" : Quoted(value, keepLoneSurrogates: false) + "u8");

    /// <summary>Names joined by line feeds, the form in which tables of the runtime take them.</summary>
    public static Literal Utf8Lines(IEnumerable<string> names) => Utf8(string.Join("\n", names));

    /// <summary>Text between the holes of an interpolated string.</summary>
    public static Literal InterpolatedText(string value)
    {
        string quoted = Quoted(value, keepLoneSurrogates: true);
        return new Literal(quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}"));
    }

    /// <summary>Text behind <c>//</c> or <c>///</c>, which <see cref="DocText"/> has made safe.</summary>
    public static Literal Comment(string safe) => new(safe);

    public static Literal Boolean(bool value) => new(value ? "true" : "false");

    /// <summary>A whole number, also when the document writes it <c>2.0</c> or <c>1e3</c>.</summary>
    public static Literal Integer(string text) =>
        new(decimal.Truncate(Parse(text)).ToString("0", CultureInfo.InvariantCulture));

    public static Literal Double(string text) =>
        new(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "D");

    public static Literal Decimal(string text) => new(Parse(text).ToString(CultureInfo.InvariantCulture) + "M");

    private static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Nearly all: what stands in a literal as it is.
    private static bool IsPlain(string value)
    {
        foreach (char character in value)
        {
            if (character is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    private static string Quoted(string value, bool keepLoneSurrogates)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                Append(text, value[i], CharUnicodeInfo.GetUnicodeCategory(value[i]));
            }
            else if (char.IsSurrogatePair(value, i))
            {
                UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(value, i);
                Append(text, value[i], category);
                Append(text, value[++i], category);
            }
            else
            {
                Append(text, keepLoneSurrogates ? value[i] : '\uFFFD', UnicodeCategory.Surrogate);
            }
        }

        return text.Append('"').ToString();
    }

    private static void Append(StringBuilder text, char character, UnicodeCategory category)
    {
        switch (character)
        {
            case '"':
            case '\\':
                text.Append('\\').Append(character);
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case var _ when character != ' ' && IsUnseen(category):
                text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(character);
                break;
        }
    }

    // Not only what would end a line or a literal, also what would show a reviewer something else than the compiler sees.
    private static bool IsUnseen(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
