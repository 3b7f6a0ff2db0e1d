namespace Dari.Http;

/// <summary>What proofs of who is calling, and cookies, add to one attempt.</summary>
internal sealed class Parts
{
    private readonly Dictionary<string, string> _headers;
    private readonly List<string> _query = [];
    private readonly List<string> _cookies;

    internal Parts(IReadOnlyDictionary<string, string> headers, string query, IReadOnlyList<string> cookies)
    {
        _headers = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        _cookies = [.. cookies];
        if (_headers.Remove("Cookie", out string? given))
        {
            _cookies.Insert(0, given);
        }

        if (query.Length > 0)
        {
            _query.Add(query);
        }
    }

    internal void Apply(Proof proof, string secret, Redaction redaction)
    {
        string place = proof.Scheme.Place;
        redaction.AddSecret(secret);
        if (proof.Credential is BasicCredential basic)
        {
            redaction.AddSecret(basic.Password);
        }

        switch (proof.Scheme.Kind)
        {
            case SecurityKind.Bearer:
                _headers[place] = $"Bearer {secret}";
                break;
            case SecurityKind.Basic:
                _headers[place] = $"Basic {secret}";
                break;
            case SecurityKind.Header:
                _headers[place] = secret;
                break;
            case SecurityKind.Query:
                _query.Add($"{PercentText.Encode(place)}={PercentText.Encode(secret)}");
                break;
            default:
                _cookies.Add($"{place}={PercentText.Encode(secret)}");
                break;
        }
    }

    internal string Query() => string.Join('&', _query);

    internal Dictionary<string, string> AllHeaders()
    {
        if (_cookies.Count > 0)
        {
            _headers["Cookie"] = string.Join("; ", _cookies);
        }

        return _headers;
    }
}
