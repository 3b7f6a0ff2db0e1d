namespace Dari.Http;

/// <summary>What one call must keep secret, and how it is blanked out of texts.</summary>
internal sealed class Redaction
{
    internal const string Blank = "[redacted]";

    private static readonly string[] Sensitive =
        ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-API-Key", "Api-Key", "X-Auth-Token"];

    private readonly HashSet<string> _headers;
    private List<string>? _secrets;
    private string[]? _forms;

    /// <param name="headers">From <see cref="HeadersOf"/>; shared by calls.</param>
    internal Redaction(HashSet<string> headers) => _headers = headers;

    internal bool HasSecrets => _secrets is not null;

    /// <summary>Names of headers that hold secrets: those of everybody, and a service's own.</summary>
    internal static HashSet<string> HeadersOf(IReadOnlyList<SecurityScheme> schemes)
    {
        var headers = new HashSet<string>(Sensitive, StringComparer.OrdinalIgnoreCase);
        foreach (SecurityScheme scheme in schemes)
        {
            if (scheme.Kind == SecurityKind.Header)
            {
                headers.Add(scheme.Place);
            }
        }

        return headers;
    }

    internal bool IsSensitive(string header) => _headers.Contains(header);

    internal void AddSecret(string secret)
    {
        if (secret.Length > 0)
        {
            (_secrets ??= []).Add(secret);
            _forms = null;
        }
    }

    /// <summary>Adds what a sensitive header holds: "Bearer abc" is a secret, and so is "abc".</summary>
    internal void AddHeaderValue(string value)
    {
        AddSecret(value);
        int space = value.IndexOf(' ', StringComparison.Ordinal);
        bool isSchemeAndSecret = space > 0 && value.AsSpan(0, space).IndexOfAny('=', ';', ',') < 0;
        if (isSchemeAndSecret)
        {
            AddSecret(value[(space + 1)..].Trim());
        }
    }

    internal string Clean(string text)
    {
        if (_secrets is null)
        {
            return text;
        }

        foreach (string form in _forms ??= Forms(_secrets))
        {
            text = text.Replace(form, Blank, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>All forms in which a server might give secrets back; longest first: one may be a part of another.</summary>
    private static string[] Forms(List<string> secrets) =>
    [
        .. secrets
            .SelectMany(static secret => new[]
            {
                secret,
                Uri.EscapeDataString(secret),
                secret.Replace("/", "\\/", StringComparison.Ordinal),
            })
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static form => form.Length),
    ];
}
