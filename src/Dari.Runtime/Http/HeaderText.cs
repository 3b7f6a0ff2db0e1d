using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>What may stand in a header. Text from outside must not add headers of its own.</summary>
internal static class HeaderText
{
    internal static bool IsValue(string value) => !value.AsSpan().ContainsAny('\r', '\n', '\0')
        && !value.Any(static c => char.IsControl(c) && c != '\t');

    internal static bool IsName(string name) =>
        name.Length > 0 && name.All(
            static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

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

    internal static string MediaType(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out _) && IsValue(contentType)
            ? contentType
            : throw new ArgumentException($"\"{contentType}\" is not a media type.", nameof(contentType));
}
