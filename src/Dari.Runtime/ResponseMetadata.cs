using System.Collections.ObjectModel;
using System.Globalization;
using System.Net;
using Dari.Http;

namespace Dari;

/// <summary>Status, headers and timing of a response.</summary>
/// <remarks>
/// Values of headers that carry secrets (cookies, authorization, the service's key header) are blanked out.
/// </remarks>
public sealed class ResponseMetadata
{
    private static readonly string[] RequestIdHeaders =
        ["X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId", "X-Ms-Request-Id"];

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoHeaders =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    // Read when somebody looks: most callers never do.
    private HttpResponseMessage? _response;
    private Redaction? _redaction;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _headers;

    /// <summary>Whether the call has ended, well or not. A stream ends when its reader is done.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>The status of the last response; zero when none came.</summary>
    public HttpStatusCode StatusCode { get; internal set; }

    /// <summary>The headers of the last response and of its content, by name in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => _headers ??= Read();

    /// <summary>The id under which the service knows the request, from the usual headers.</summary>
    public string? RequestId => RequestIdHeaders
        .Select(name => Headers.TryGetValue(name, out IReadOnlyList<string>? values) ? values[0] : null)
        .FirstOrDefault(static id => id is not null);

    /// <summary>Time from the start of the call to its end, with all attempts and the waits between them.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Whether the answer is the one that the client's journal kept; nothing was sent then.</summary>
    public bool IsStored { get; internal set; }

    /// <summary>Status, attempts, duration and request id in one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string status = StatusCode == 0 ? "no response" : $"{(int)StatusCode}";
        string id = RequestId is null ? "" : $", request id {RequestId}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{status}, attempts {Attempts}, {Duration.TotalMilliseconds:0} ms{id}");
    }

    internal void Reset()
    {
        IsComplete = false;
        StatusCode = 0;
        _headers = null;
        _response = null;
        _redaction = null;
        Duration = TimeSpan.Zero;
        Attempts = 0;
        IsStored = false;
    }

    /// <param name="response">The answer; its headers are read from it later, also when it is disposed.</param>
    /// <param name="redaction">What of them is secret.</param>
    internal void Receive(HttpResponseMessage response, Redaction redaction)
    {
        StatusCode = response.StatusCode;
        _headers = null;
        _response = response;
        _redaction = redaction;
    }

    internal void Receive(HttpStatusCode status, IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        StatusCode = status;
        _headers = headers;
    }

    private IReadOnlyDictionary<string, IReadOnlyList<string>> Read() => _response is { } response && _redaction is { } redaction
        ? ResponseHeaders.Of(response, redaction)
        : NoHeaders;
}
