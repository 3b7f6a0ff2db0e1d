using System.Buffers;
using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>What may stand in a header. Text from outside must not add headers of its own.</summary>
internal static class HeaderText
{
    /// <summary>The characters of a token (RFC 9110, section 5.6.2).</summary>
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> Controls = SearchValues.Create(ControlCharacters());

    internal static bool IsValue(string value) => !value.AsSpan().ContainsAny(Controls);

    internal static bool IsName(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Token);

    internal static void Check(string name, string value)
    {
        if (!IsName(name))
        {
            throw new ArgumentException($"\"{name}\" is not a header name.", nameof(name));
        }

        // Not the value in the message: it might be a secret.
        if (!IsValue(value))
        {
            throw new ArgumentException(
                $"The value of header {name} holds line breaks or control characters.", nameof(value));
        }
    }

    private static string ControlCharacters()
    {
        var all = new System.Text.StringBuilder();
        for (char c = '\0'; c < 0xA0; c++)
        {
            if (char.IsControl(c) && c != '\t')
            {
                all.Append(c);
            }
        }

        return all.ToString();
    }

    internal static string MediaType(string contentType) =>
        contentType is "application/json" || (MediaTypeHeaderValue.TryParse(contentType, out _) && IsValue(contentType))
            ? contentType
            : throw new ArgumentException($"\"{contentType}\" is not a media type.", nameof(contentType));
}
