using Microsoft.Extensions.Logging;

namespace Dari.Http;

/// <summary>What is logged. Path templates only: ids, queries, headers and bodies may be secret.</summary>
/// <remarks>Null where nobody logs: a program without a logger then never loads the library.</remarks>
internal sealed partial class CallLog
{
    private readonly ILogger _logger;

    private CallLog(ILogger logger) => _logger = logger;

    internal static CallLog Of(ILoggerFactory factory, string client) => new(factory.CreateLogger(client));

    internal void Starts(ApiRequest request)
    {
        // The template is made for messages alone.
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            Starts(_logger, request.Method, request.Template);
        }
    }

    internal void Retries(ApiRequest request, TimeSpan delay, string reason) =>
        Retries(_logger, request.Method, request.Template, (long)delay.TotalMilliseconds, reason);

    /// <param name="request">The call.</param>
    /// <param name="response">How it was answered.</param>
    /// <param name="error">What went wrong; null: nothing.</param>
    internal void Ends(ApiRequest request, ResponseMetadata response, string? error)
    {
        long milliseconds = (long)response.Duration.TotalMilliseconds;
        if (!_logger.IsEnabled(error is null ? LogLevel.Information : LogLevel.Warning))
        {
            return;
        }

        if (error is null)
        {
            Answered(_logger, request.Method, request.Template, (int)response.StatusCode, milliseconds, response.Attempts);
        }
        else
        {
            Failed(_logger, request.Method, request.Template, error, milliseconds, response.Attempts);
        }
    }

    internal void OutcomeLost(ApiRequest request, string reason) =>
        OutcomeLost(_logger, request.Method, request.Template, reason);

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Template} starts")]
    private static partial void Starts(ILogger logger, HttpMethod method, string template);

    [LoggerMessage(
        2, LogLevel.Information, "{Method} {Template} answered {Status} after {Milliseconds} ms, attempts: {Attempts}")]
    private static partial void Answered(
        ILogger logger, HttpMethod method, string template, int status, long milliseconds, int attempts);

    [LoggerMessage(
        3, LogLevel.Warning, "{Method} {Template} failed ({Error}) after {Milliseconds} ms, attempts: {Attempts}")]
    private static partial void Failed(
        ILogger logger, HttpMethod method, string template, string error, long milliseconds, int attempts);

    [LoggerMessage(4, LogLevel.Warning, "{Method} {Template} is tried again in {Milliseconds} ms because of {Reason}")]
    private static partial void Retries(
        ILogger logger, HttpMethod method, string template, long milliseconds, string reason);

    [LoggerMessage(
        5, LogLevel.Warning, "{Method} {Template} was answered, but the journal could not keep the answer: {Reason}")]
    private static partial void OutcomeLost(ILogger logger, HttpMethod method, string template, string reason);
}
