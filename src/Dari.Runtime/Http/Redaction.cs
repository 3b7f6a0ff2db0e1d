namespace Dari.Http;

/// <summary>What one call must keep secret, and how it is blanked out of texts.</summary>
internal sealed class Redaction
{
    internal const string Blank = "[redacted]";

    private static readonly string[] Sensitive =
        ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-API-Key", "Api-Key", "X-Auth-Token"];

    private readonly HashSet<string> _headers = new(Sensitive, StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _secrets = [];

    internal bool HasSecrets => _secrets.Count > 0;

    internal bool IsSensitive(string header) => _headers.Contains(header);

    internal void AddHeader(string name) => _headers.Add(name);

    /// <summary>Adds a secret in all forms in which a server might give it back.</summary>
    internal void AddSecret(string secret)
    {
        string escapedInJson = secret.Replace("/", "\\/", StringComparison.Ordinal);
        foreach (string form in new[] { secret, Uri.EscapeDataString(secret), escapedInJson })
        {
            if (form.Length > 0 && !_secrets.Contains(form))
            {
                _secrets.Add(form);

                // Longest first: a secret may be a part of another.
                _secrets.Sort(static (left, right) => right.Length.CompareTo(left.Length));
            }
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
        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, Blank, StringComparison.Ordinal);
        }

        return text;
    }
}
