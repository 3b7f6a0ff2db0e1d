using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>
/// Half surrogate pairs, which JSON can say and UTF-8 cannot. The writer would replace them by U+FFFD.
/// </summary>
internal static class LoneSurrogates
{
    internal static bool Has(string text)
    {
        int i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    /// <summary>Whether the element's text has an escape of a surrogate, alone or in a pair.</summary>
    internal static bool MayHave(JsonElement element)
    {
#if NET9_0_OR_GREATER
        ReadOnlySpan<byte> text = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element);
        return text.IndexOf("\\ud"u8) >= 0 || text.IndexOf("\\uD"u8) >= 0;
#else
        return element.GetRawText().Contains("\\ud", StringComparison.OrdinalIgnoreCase);
#endif
    }

    /// <summary>The text as a JSON string in which every surrogate is an escape.</summary>
    internal static string Escape(string text)
    {
        var json = new StringBuilder("\"", text.Length + 16);
        foreach (char c in text)
        {
            if (c is '"' or '\\' or < ' ' || char.IsSurrogate(c))
            {
                json.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(c);
            }
        }

        return json.Append('"').ToString();
    }
}
