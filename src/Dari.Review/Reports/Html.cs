using System.Globalization;
using System.Text;
using Dari.Generator.Review.Contracts;

namespace Dari.Review.Reports;

/// <summary>
/// HTML in which every hole of a template is escaped: text of a document cannot become an element, an attribute or a link.
/// </summary>
internal sealed class Html
{
    public static readonly Html Empty = new("");

    private readonly string _text;

    private Html(string text) => _text = text;

    /// <summary>A hole takes text, which is escaped, a number, or other HTML.</summary>
    public static Html Of(FormattableString template) => new(template.ToString(Escaping.Instance));

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part._text)));

    public override string ToString() => _text;

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            switch (character)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\'':
                    escaped.Append("&#39;");
                    break;
                default:
                    // What cannot be seen, and marks that turn the direction of text, are written out.
                    bool isSeen = character is '\n' or '\t' || (!char.IsControl(character) && !CanonicalJson.IsInvisible(character));
                    escaped.Append(isSeen ? character.ToString() : "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return escaped.ToString();
    }

    private sealed class Escaping : IFormatProvider, ICustomFormatter
    {
        public static readonly Escaping Instance = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            null => "",
            Html html => html._text,
            int number => number.ToString(CultureInfo.InvariantCulture),
            string text => Escape(text),
            _ => throw new ArgumentException("No HTML of " + arg.GetType().Name, nameof(arg)),
        };
    }
}
