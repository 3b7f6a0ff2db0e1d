using Microsoft.Extensions.Logging;

namespace Dari.Http;

/// <summary>What is logged. Path templates only: ids, queries, headers and bodies may be secret.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} {Template} starts")]
    internal static partial void Starts(ILogger logger, HttpMethod method, string template);

    [LoggerMessage(
        2, LogLevel.Information, "{Method} {Template} answered {Status} after {Milliseconds} ms, attempts: {Attempts}")]
    internal static partial void Answered(
        ILogger logger, HttpMethod method, string template, int status, long milliseconds, int attempts);

    [LoggerMessage(
        3, LogLevel.Warning, "{Method} {Template} failed ({Error}) after {Milliseconds} ms, attempts: {Attempts}")]
    internal static partial void Failed(
        ILogger logger, HttpMethod method, string template, string error, long milliseconds, int attempts);

    [LoggerMessage(4, LogLevel.Warning, "{Method} {Template} is tried again in {Milliseconds} ms because of {Reason}")]
    internal static partial void Retries(
        ILogger logger, HttpMethod method, string template, long milliseconds, string reason);

    [LoggerMessage(
        5, LogLevel.Warning, "{Method} {Template} was answered, but the journal could not keep the answer: {Reason}")]
    internal static partial void OutcomeLost(ILogger logger, HttpMethod method, string template, string reason);
}
