using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>The headers of an answer and of its content, without secrets.</summary>
internal static class ResponseHeaders
{
    internal static Dictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage response, Redaction redaction)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        IEnumerable<KeyValuePair<string, HeaderStringValues>> all =
            response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated);
        foreach ((string name, HeaderStringValues values) in all)
        {
            headers[name] = redaction.IsSensitive(name) ? [Redaction.Blank] : [.. values.Select(redaction.Clean)];
        }

        return headers;
    }
}
