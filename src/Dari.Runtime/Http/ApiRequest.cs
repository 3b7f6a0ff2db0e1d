using Dari.Json;

namespace Dari.Http;

/// <summary>One call before it is sent: method, path, parameters and body.</summary>
public sealed class ApiRequest
{
    /// <summary>The header that says where a stream of events goes on (WHATWG HTML, section 9.2.4).</summary>
    internal const string LastEventId = "Last-Event-ID";

    private readonly ApiPath _path;
    private string? _template;
    private FormPairs? _query;
    private List<KeyValuePair<string, string>>? _headers;
    private List<string>? _cookies;

    /// <summary>Starts a call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, as an interpolated string: <c>$"/v1/sandboxes/{id}"</c>.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public ApiRequest(HttpMethod method, ApiPath path)
    {
        ArgumentNullException.ThrowIfNull(method);
        Method = method;
        Path = path.Path;
        if (Path.Length == 0)
        {
            throw new ArgumentException("A path is needed.", nameof(path));
        }

        _path = path;
    }

    private ApiRequest(ApiRequest other, FormPairs? query)
    {
        Method = other.Method;
        Path = other.Path;
        _path = other._path;
        Content = other.Content;
        Errors = other.Errors;
        Security = other.Security;
        Accept = other.Accept;
        BaseUrl = other.BaseUrl;
        IdempotencyHeader = other.IdempotencyHeader;
        IdempotencyField = other.IdempotencyField;
        ResumeAfter = other.ResumeAfter;
        Key = other.Key;
        _query = query;
        _headers = other._headers;
        _cookies = other._cookies;
    }

    /// <summary>The body, or null for none.</summary>
    public ApiContent? Content { get; init; }

    /// <summary>How the bodies of errors read.</summary>
    public ErrorTable? Errors { get; init; }

    /// <summary>What the operation wants as credentials; null: what the whole document wants.</summary>
    public ApiSecurity? Security { get; init; }

    /// <summary>The <c>Accept</c> header; null: what the way of sending asks for.</summary>
    public string? Accept { get; init; }

    /// <summary>
    /// The operation's own server, absolute or relative to the document's. It counts where neither options, environment
    /// nor the
    /// HTTP client say where the service is, since whoever says so means all operations.
    /// </summary>
    public string? BaseUrl { get; init; }

    /// <summary>
    /// The header by which the service recognises a repeated call, such as <c>Idempotency-Key</c>. It gets
    /// <see cref="RequestOptions.IdempotencyKey"/> or a new key, the same for all attempts of the call.
    /// </summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>
    /// The field of the body by which the service recognises a repeated call, such as <c>idempotency_key</c>: a member
    /// of a JSON object or a field of a form. It gets the same key, unless the body has one or says null.
    /// </summary>
    public string? IdempotencyField { get; init; }

    internal HttpMethod Method { get; }

    internal string Path { get; }

    internal string Template => _template ??= _path.Template;

    internal string Query => _query?.ToString() ?? "";

    /// <summary>The last event that was seen; beats any header that says so.</summary>
    internal string? ResumeAfter { get; private init; }

    // Cast, so that none is the shared empty array and not a new list a call.
    internal IReadOnlyList<KeyValuePair<string, string>> Headers => (IReadOnlyList<KeyValuePair<string, string>>?)_headers ?? [];

    internal IReadOnlyList<string> Cookies => (IReadOnlyList<string>?)_cookies ?? [];

    /// <summary>The idempotency key of the call that this one goes on with; null: it is a call of its own.</summary>
    internal string? Key { get; private init; }

    /// <summary>The same call under the key that it had.</summary>
    internal ApiRequest Under(string key) => new(this, _query) { Key = key };

    /// <summary>The same call for the events after another one.</summary>
    internal ApiRequest After(string lastEventId) => new(this, _query) { ResumeAfter = lastEventId };

    /// <summary>The value of a query parameter, or null.</summary>
    internal string? FindQuery(string name) => _query?.Find(name);

    /// <summary>The same call with another query, as it stands in an address.</summary>
    internal ApiRequest WithQueryText(string query) =>
        new(this, FormPairs.Parse(query));

    /// <summary>The same call with another value of a query parameter.</summary>
    internal ApiRequest WithQuery(string name, string value) => new(this, Pairs.With(name, value));

    private FormPairs Pairs => _query ??= new FormPairs();

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null: it is left out.</param>
    public void AddQuery(string name, string? value) => Pairs.Add(name, value);

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null: it is left out.</param>
    /// <param name="allowReserved">Whether <c>:/?@!$'()*,;=</c> and what is percent-encoded stay as they are.</param>
    public void AddQuery(string name, string? value, bool allowReserved) => Pairs.Add(name, value, allowReserved);

    /// <summary>Adds a text to the query that is no pair of name and value: percent-encoded it is all of it.</summary>
    /// <param name="value">The text; null: nothing is added.</param>
    public void AddWholeQuery(string? value) => Pairs.AddText(value);

    /// <summary>Adds a query parameter that is a list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values; null or empty: it is left out.</param>
    /// <param name="style">How the values are joined.</param>
    public void AddQueryList(string name, IEnumerable<string?>? values, ListStyle style) =>
        Pairs.AddList(name, values, style);

    /// <summary>Adds a query parameter that is a map.</summary>
    /// <param name="prefix">Its name, or what stands before each key.</param>
    /// <param name="values">Its members; null or empty: it is left out.</param>
    /// <param name="style">How the members are written.</param>
    public void AddQueryMap(string prefix, IEnumerable<KeyValuePair<string, string?>>? values, MapStyle style) =>
        Pairs.AddMap(prefix, values, style);

    /// <summary>
    /// Adds a query parameter of any kind by what it is: an object as its members, a list as its items, all else as text.
    /// Null is left out.
    /// </summary>
    /// <remarks>
    /// <see cref="MapStyle.Exploded"/> repeats the name for each item of a list, <see cref="MapStyle.Comma"/> joins them,
    /// and <see cref="MapStyle.DeepObject"/> puts keys and indices in brackets, to any depth: <c>name[key][0]=value</c>.
    /// What lies deeper than a style reaches is JSON text.
    /// </remarks>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value; null: it is left out.</param>
    /// <param name="write">Writes it as JSON, whose parts are taken.</param>
    /// <param name="style">How the parts are written.</param>
    /// <param name="prefix">What stands before each name with <see cref="MapStyle.Exploded"/>.</param>
    public void AddQueryObject<T>(string name, T? value, WriteJson<T> write, MapStyle style, string prefix = "")
    {
        if (value is not null)
        {
            Pairs.AddJson(name, AnyJson.FromModel(value, write), style, prefix);
        }
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null: it is left out.</param>
    /// <exception cref="ArgumentException">
    /// Not a header name, or line breaks or control characters in the value.
    /// </exception>
    public void AddHeader(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is not null)
        {
            HeaderText.Check(name, value);
            (_headers ??= []).Add(new(name, value));
        }
    }

    /// <summary>Adds a cookie.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null: it is left out. What a cookie cannot hold is percent-encoded.</param>
    /// <exception cref="ArgumentException">Not a cookie name.</exception>
    public void AddCookie(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!HeaderText.IsName(name))
        {
            throw new ArgumentException($"\"{name}\" is not a cookie name.", nameof(name));
        }

        if (value is not null)
        {
            (_cookies ??= []).Add($"{name}={PercentText.Encode(value)}");
        }
    }
}
