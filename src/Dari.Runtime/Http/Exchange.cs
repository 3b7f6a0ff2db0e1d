using System.Diagnostics;

namespace Dari.Http;

/// <summary>One call from its start to its end: limits, secrets, and what is recorded about it.</summary>
internal sealed class Exchange : IDisposable
{
    private readonly PipelineTelemetry _telemetry;
    private readonly CallLog? _log;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly Activity? _activity;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;
    private string? _error;
    private bool _isOver;

    internal Exchange(
        Outgoing outgoing, PipelineTelemetry telemetry, CallLog? log, TimeProvider clock, CancellationToken caller)
    {
        Outgoing = outgoing;
        Metadata = outgoing.Options?.Captured ?? new ResponseMetadata();
        Metadata.Reset();
        _telemetry = telemetry;
        _log = log;
        _clock = clock;
        _caller = caller;
        _start = clock.GetTimestamp();

        // One source for both ends of a call; which of them it was, the caller's token says.
        _deadline = new CancellationTokenSource(outgoing.Timeout, clock);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _deadline);
        _activity = telemetry.Start(Request);
        log?.Starts(Request);
    }

    internal Outgoing Outgoing { get; }

    internal ApiRequest Request => Outgoing.Request;

    internal Redaction Redaction => Outgoing.Redaction;

    internal ResponseMetadata Metadata { get; }

    internal CancellationToken Token => _deadline.Token;

    internal CancellationToken Caller => _caller;

    internal TimeProvider Clock => _clock;

    /// <summary>Where the last attempt went.</summary>
    internal Uri? Address { get; set; }

    internal TimeSpan Remaining => Outgoing.Timeout == Timeout.InfiniteTimeSpan
        ? TimeSpan.MaxValue
        : Outgoing.Timeout - _clock.GetElapsedTime(_start);

    /// <summary>From here on only the pause between two reads is limited.</summary>
    internal void LiftDeadline() => _deadline.CancelAfter(Timeout.InfiniteTimeSpan);

    internal void LogRetry(TimeSpan delay, string reason) => _log?.Retries(Request, delay, reason);

    /// <summary>Records a failure, and says what it means to the caller.</summary>
    internal Exception Explain(Exception exception)
    {
        bool mayBeEnd = exception is OperationCanceledException or IOException or HttpRequestException;
        Exception meant = exception switch
        {
            _ when mayBeEnd && _caller.IsCancellationRequested =>
                new OperationCanceledException("The call was cancelled.", exception, _caller),
            _ when mayBeEnd && _deadline.IsCancellationRequested =>
                TooSlow($"longer than {Outgoing.Timeout}", exception),

            // The limit of the caller's own HttpClient.
            OperationCanceledException { InnerException: TimeoutException } =>
                TooSlow("longer than HttpClient.Timeout", exception),
            _ => exception,
        };
        _error = meant is ApiException failure && (int)failure.StatusCode >= 400
            ? ((int)failure.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : meant.GetType().Name;
        return meant;
    }

    /// <summary>Ends the call and records it.</summary>
    public void Dispose()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        Outgoing.LetGo();
        Metadata.Duration = _clock.GetElapsedTime(_start);
        Metadata.IsComplete = true;
        _telemetry.Stop(_activity, Request, Metadata, Address, _error);
        _log?.Ends(Request, Metadata, _error);
        _registration.Dispose();
        _deadline.Dispose();
    }

    private TimeoutException TooSlow(string how, Exception exception) => new(
        $"{Request.Method} {Request.Template} took {how}.",
        exception as OperationCanceledException ?? new OperationCanceledException(exception.Message, exception));
}
