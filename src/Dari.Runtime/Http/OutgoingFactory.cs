using System.Net.Http.Headers;
using Dari.Idempotency.Requests;

namespace Dari.Http;

/// <summary>
/// Puts together what is sent: headers by precedence, credentials, limits. Whatever is wrong shows here, before
/// sending.
/// </summary>
internal sealed class OutgoingFactory(ApiDescription description, ClientOptions options, HttpRequestHeaders defaults)
{
    private static readonly string Version =
        typeof(OutgoingFactory).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private readonly Authenticator _authenticator = new(description, options);

    private readonly string _userAgent = options.UserAgent ?? $"{Product(description.ClientName)} Dari.Runtime/{Version}";

    private readonly HashSet<string> _sensitive = Redaction.HeadersOf(description.Schemes);

    internal Outgoing Create(ApiRequest request, RequestOptions? call, ReplyKind kind)
    {
        Dictionary<string, string> headers = Headers(request, call, kind);
        KeyPlan? keys = KeyPlan.For(request, call, headers);
        if (call?.LogicalCall is not null && options.IdempotencyJournal is null)
        {
            throw new InvalidOperationException(
                $"{request.Method} {request.Template} has a RequestOptions.LogicalCall, but no journal to keep it in: "
                + "set ClientOptions.IdempotencyJournal.");
        }

        var redaction = new Redaction(_sensitive);
        IReadOnlyList<Proof> proofs = _authenticator.For(request, headers, defaults);
        CheckGiven(headers, redaction);

        bool mayRepeat = (request.Content?.IsRepeatable ?? true)
            && (IsIdempotent(request.Method) || keys is not null);
        var outgoing = new Outgoing
        {
            Request = request,
            Options = call,
            Timeout = call?.Timeout ?? options.Timeout,
            MaxRetries = mayRepeat ? call?.MaxRetries ?? options.MaxRetries : 0,
            Headers = headers,
            Proofs = proofs,
            Redaction = redaction,
            Keys = keys,
        };
        if (keys is null)
        {
            outgoing.UseNoKey();
        }
        else
        {
            outgoing.UseKey(keys.Given ?? request.Key ?? Guid.NewGuid().ToString("D"));
        }

        return outgoing;
    }

    // Later ones win: client, operation, call.
    private Dictionary<string, string> Headers(ApiRequest request, RequestOptions? call, ReplyKind kind)
    {
        var headers = new Dictionary<string, string>(4, StringComparer.OrdinalIgnoreCase);
        if (options.UserAgent is null && !defaults.Contains("User-Agent"))
        {
            headers["User-Agent"] = _userAgent;
        }

        AddAll(headers, options.Headers);
        if (options.UserAgent is not null)
        {
            headers["User-Agent"] = _userAgent;
        }

        headers["Accept"] = request.Accept ?? kind.Accept;
        AddOwn(headers, request.Headers);
        AddAll(headers, call?.Headers);
        if (request.ResumeAfter is { } last)
        {
            headers.Remove(ApiRequest.LastEventId);
            if (last.Length > 0)
            {
                headers[ApiRequest.LastEventId] = last;
            }
        }

        return headers;
    }

    // An operation may say a header more than once: its values are one list then.
    private static void AddOwn(Dictionary<string, string> headers, IReadOnlyList<KeyValuePair<string, string>> own)
    {
        for (int i = 0; i < own.Count; i++)
        {
            (string name, string value) = own[i];
            headers[name] = IsRepeated(own, i) ? $"{headers[name]}, {value}" : value;
        }
    }

    private static bool IsRepeated(IReadOnlyList<KeyValuePair<string, string>> own, int index) =>
        own.Take(index).Any(before => before.Key.Equals(own[index].Key, StringComparison.OrdinalIgnoreCase));

    private static void AddAll(Dictionary<string, string> headers, IDictionary<string, string>? more)
    {
        if (more is { Count: > 0 })
        {
            foreach ((string name, string value) in more)
            {
                headers[name] = value;
            }
        }
    }

    /// <summary>Refuses what a header cannot hold, and keeps what is secret out of every text.</summary>
    private void CheckGiven(Dictionary<string, string> headers, Redaction redaction)
    {
        foreach ((string name, string value) in headers)
        {
            HeaderText.Check(name, value);
            if (redaction.IsSensitive(name))
            {
                redaction.AddHeaderValue(value);
            }
        }

        foreach ((string name, HeaderStringValues values) in defaults.NonValidated)
        {
            if (redaction.IsSensitive(name))
            {
                redaction.AddHeaderValue(values.ToString());
            }
        }
    }

    private static bool IsIdempotent(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Put || method == HttpMethod.Delete || method == HttpMethod.Head
        || method == HttpMethod.Options || method == HttpMethod.Trace;

    private static string Product(string name)
    {
        char[] product = name.ToCharArray();
        foreach (ref char c in product.AsSpan())
        {
            c = char.IsAsciiLetterOrDigit(c) ? c : '-';
        }

        return new string(product);
    }
}
