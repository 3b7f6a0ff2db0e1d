using System.Net;
using System.Runtime.ExceptionServices;
using System.Text;
using Dari.Http;
using Dari.Json;

namespace Dari.Uploads.Sending;

/// <summary>The calls of one upload but those of its parts: repeated while that may help, failures told apart.</summary>
internal sealed class UploadCalls<TRequest, TResult>(
    ResumableUpload<TRequest, TResult> upload, ApiPipeline pipeline, UploadOptions how, RequestOptions? options)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly FaultReader _faults = new(upload.Faults, upload.FaultPaths);

    internal ResumableUpload<TRequest, TResult> Upload => upload;

    internal TimeProvider Clock => pipeline.Options.TimeProvider;

    /// <summary>The longest time in which nothing happens.</summary>
    internal TimeSpan Timeout => options?.Timeout ?? pipeline.Options.Timeout;

    internal Patience NewPatience() => new(how.MaxRetries, pipeline.Options);

    /// <summary>Options of a call that is repeated here and not in the pipeline.</summary>
    internal RequestOptions Call(string? key = null, TimeSpan? timeout = null) =>
        RequestOptions.Of(options, key, timeout, 0);

    internal UploadFault? Fault(Exception error) => error is ApiException answer ? _faults.Find(answer) : null;

    internal UploadStage Stage(UploadState state) =>
        state.Status is { } word && upload.Stages.TryGetValue(word, out UploadStage stage) ? stage : UploadStage.Open;

    /// <summary>Whether the service says that it has a part.</summary>
    internal bool Holds(UploadState state, int part) =>
        state.NextPart - upload.FirstPart > part || Stage(state) is not UploadStage.Open;

    internal async Task<UploadState> AnnounceAsync(string request, string key, CancellationToken cancellationToken)
    {
        TRequest announced = JsonText.Parse(Encoding.UTF8.GetBytes(request), upload.ReadRequest);
        UploadState state = await RepeatAsync(
            () => upload.Create(announced, Call(upload.CreateTakesKey ? key : null), cancellationToken),
            error => upload.CreateTakesKey || !Patience.IsUnknown(error),
            null,
            cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(state.UploadId)
            ? throw new UploadException(UploadFault.InvalidAnswer, "The service gave the upload no id.")
            : state;
    }

    /// <summary>How far the upload is; an exception when it is over without being complete.</summary>
    internal async Task<UploadState> ReportAsync(string id, CancellationToken cancellationToken)
    {
        UploadState state;
        try
        {
            state = await RepeatAsync(
                () => upload.Report(id, Call(), cancellationToken), static _ => true, id, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            throw new UploadException(UploadFault.Gone, $"The service does not know the upload {id}.", id, error);
        }

        return Stage(state) switch
        {
            UploadStage.Aborted => throw Over(UploadFault.Aborted, "was given up"),
            UploadStage.Expired => throw Over(UploadFault.Expired, "has expired"),
            UploadStage.Failed => throw Over(UploadFault.Failed, "has failed at the service"),
            _ => state,
        };

        UploadException Over(UploadFault fault, string what) =>
            new(fault, $"The upload {id} {what}; it has to begin anew.", id);
    }

    /// <summary>Completes the upload; not done when it turns out that the service misses parts.</summary>
    internal async Task<(bool IsDone, TResult? Result)> CompleteAsync(
        string id, string sha256, string key, CancellationToken cancellationToken)
    {
        Patience patience = NewPatience();
        while (true)
        {
            Exception error;
            try
            {
                RequestOptions call = Call(upload.CompleteTakesKey ? key : null);
                if (options?.Captured is { } response)
                {
                    call.CaptureTo(response);
                }

                return (true, await upload.Complete(id, sha256, call, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception failure) when (IsOfCall(failure, cancellationToken))
            {
                error = failure;
            }

            ThrowFault(error, id);
            bool passes = Patience.IsPassing(error);
            if (passes && !await patience.WaitAsync(error, cancellationToken).ConfigureAwait(false))
            {
                ExceptionDispatchInfo.Throw(error);
            }

            UploadState state = await ReportAsync(id, cancellationToken).ConfigureAwait(false);
            switch (Stage(state))
            {
                case UploadStage.Completing:
                    await WaitWhileCompletingAsync(id, cancellationToken).ConfigureAwait(false);
                    continue;
                case UploadStage.Completed when !passes || !upload.CompleteTakesKey:
                    throw new UploadException(
                        UploadFault.AlreadyCompleted, $"The upload {id} is complete, but its answer is lost.", id, error);
                case UploadStage.Open when state.NextPart is not null:
                    return (false, default);
            }

            if (!passes)
            {
                ExceptionDispatchInfo.Throw(error);
            }
        }
    }

    /// <summary>Frees what the service holds for an upload with which nobody will go on.</summary>
    internal async Task GiveUpAsync(string id)
    {
        if (upload.Abort is not { } abort)
        {
            return;
        }

        try
        {
            // Not the caller's token: it may be why the upload ends.
            await abort(id, Call(timeout: TimeSpan.FromSeconds(10)), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is ApiException or HttpRequestException or IOException or TimeoutException)
        {
            // The upload has ended already, or the service is not there; then it expires by itself. What the caller
            // should hear of is why the upload failed.
        }
    }

    internal void ThrowFault(Exception error, string? id)
    {
        if (Fault(error) is { } fault)
        {
            throw new UploadException(fault, error.Message, id, error);
        }
    }

    internal static bool IsOfCall(Exception error, CancellationToken cancellationToken) =>
        error is ApiException or HttpRequestException or IOException or TimeoutException
        && !cancellationToken.IsCancellationRequested;

    private async Task WaitWhileCompletingAsync(string id, CancellationToken cancellationToken)
    {
        TimeSpan pause = FirstPause;
        UploadStage stage = UploadStage.Completing;
        while (stage == UploadStage.Completing)
        {
            await Task.Delay(pause, Clock, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            stage = Stage(await ReportAsync(id, cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<UploadState> RepeatAsync(
        Func<Task<UploadState>> call, Func<Exception, bool> mayRepeat, string? id, CancellationToken cancellationToken)
    {
        Patience patience = NewPatience();
        while (true)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception error) when (IsOfCall(error, cancellationToken))
            {
                ThrowFault(error, id);
                bool again = Patience.IsPassing(error) && mayRepeat(error)
                    && await patience.WaitAsync(error, cancellationToken).ConfigureAwait(false);
                if (!again)
                {
                    throw;
                }
            }
        }
    }
}
