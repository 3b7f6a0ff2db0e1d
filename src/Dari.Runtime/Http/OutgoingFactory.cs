using System.Net.Http.Headers;
using Dari.Idempotency.Requests;

namespace Dari.Http;

/// <summary>
/// Puts together what is sent: headers by precedence, credentials, limits. Whatever is wrong shows here, before
/// sending.
/// </summary>
internal sealed class OutgoingFactory(ApiDescription description, ClientOptions options, HttpRequestHeaders defaults)
{
    private static readonly HashSet<HttpMethod> Idempotent =
        [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Trace, HttpMethod.Put, HttpMethod.Delete];

    private static readonly string Version =
        typeof(OutgoingFactory).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private readonly Authenticator _authenticator = new(description, options);

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

        Redaction redaction = new();
        foreach (SecurityScheme scheme in description.Schemes.Where(static one => one.Kind == SecurityKind.Header))
        {
            redaction.AddHeader(scheme.Place);
        }

        IReadOnlyList<Proof> proofs = _authenticator.For(
            request, name => headers.ContainsKey(name) || defaults.Contains(name));
        foreach (string value in GivenSecrets(headers, redaction))
        {
            redaction.AddHeaderValue(value);
        }

        bool mayRepeat = (request.Content?.IsRepeatable ?? true)
            && (Idempotent.Contains(request.Method) || keys is not null);
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
            outgoing.UseKey(keys.Given ?? Guid.NewGuid().ToString("D"));
        }

        return outgoing;
    }

    // Later ones win: client, operation, call.
    private Dictionary<string, string> Headers(ApiRequest request, RequestOptions? call, ReplyKind kind)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!defaults.Contains("User-Agent"))
        {
            headers["User-Agent"] = $"{Product(description.ClientName)} Dari.Runtime/{Version}";
        }

        AddAll(headers, options.Headers);
        if (options.UserAgent is { } agent)
        {
            headers["User-Agent"] = agent;
        }

        headers["Accept"] = request.Accept ?? kind.Accept;
        foreach (IGrouping<string, string> header in request.Headers.GroupBy(
            static header => header.Key, static header => header.Value, StringComparer.OrdinalIgnoreCase))
        {
            headers[header.Key] = string.Join(", ", header);
        }

        AddAll(headers, call?.Headers ?? new Dictionary<string, string>());
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

    private static void AddAll(Dictionary<string, string> headers, IDictionary<string, string> more)
    {
        foreach ((string name, string value) in more)
        {
            headers[name] = value;
        }
    }

    private IEnumerable<string> GivenSecrets(Dictionary<string, string> headers, Redaction redaction)
    {
        foreach ((string name, string value) in headers)
        {
            HeaderText.Check(name, value);
            if (redaction.IsSensitive(name))
            {
                yield return value;
            }
        }

        foreach ((string name, HeaderStringValues values) in defaults.NonValidated)
        {
            if (redaction.IsSensitive(name))
            {
                yield return values.ToString();
            }
        }
    }

    private static string Product(string name) =>
        string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
