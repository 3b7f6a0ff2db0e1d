using Dari.Http;
using Dari.Json;
using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sending;

/// <summary>One upload from its beginning, or from where its ticket stands, to its end.</summary>
internal sealed class UploadRun<TRequest, TResult>
{
    private readonly TicketKeeper _keeper;
    private readonly UploadCalls<TRequest, TResult> _calls;
    private readonly ProgressMeter _progress;
    private readonly UploadOrigin _origin;
    private readonly UploadRounds<TRequest, TResult> _rounds;

    // Nobody has a ticket: what the service holds is of no use any more when this fails.
    private bool _isLostWithUs;

    internal UploadRun(
        ResumableUpload<TRequest, TResult> upload,
        ApiPipeline pipeline,
        UploadOptions how,
        RequestOptions? options,
        TicketKeeper keeper)
    {
        // To drop the key would let the caller believe that the work is done once only.
        if (options?.IdempotencyKey is not null && !upload.CreateTakesKey)
        {
            throw new ArgumentException($"{upload.Operation} takes no idempotency key.");
        }

        _keeper = keeper;
        _calls = new UploadCalls<TRequest, TResult>(upload, pipeline, how, options);
        _progress = new ProgressMeter(how.Progress, pipeline.Options.TimeProvider);
        _origin = new UploadOrigin(upload.Operation, upload.Scope.Path, keeper, how, _progress, options?.IdempotencyKey);
        _rounds = new UploadRounds<TRequest, TResult>(_calls, keeper, _progress, how);
    }

    /// <summary>Uploads a source, going on with what the ticket says of it.</summary>
    internal async Task<TResult> StartAsync(
        Func<Task<UploadSource>> open, Func<long, TRequest> request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _isLostWithUs = !_keeper.HasStore;
        TicketData? known = await _origin.KnownAsync(cancellationToken).ConfigureAwait(false);
        if (known is { Source: { Kind: SourceKind.Spool } kept })
        {
            // All of the stream is kept already, or was sent and is deleted; the new one is not read.
            TicketMatch.CheckRequest(known, JsonText.ToString(request(kept.Length), _calls.Upload.WriteRequest));
            return await ReopenAsync(cancellationToken).ConfigureAwait(false);
        }

        UploadSource source = await open().ConfigureAwait(false);
        using (source)
        {
            string announced = JsonText.ToString(request(source.Length), _calls.Upload.WriteRequest);
            if (known is null)
            {
                await _keeper.SetAsync(_origin.Fresh(source.Identity, announced), cancellationToken).ConfigureAwait(false);
            }
            else
            {
                TicketMatch.CheckSame(known, source, announced);
            }

            return await GoOrBeginAnewAsync(() => source, known, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Spools a stream that cannot seek.</summary>
    internal Task<UploadSource> SpoolAsync(Stream content, CancellationToken cancellationToken) =>
        _origin.SpoolAsync(content, cancellationToken);

    /// <summary>Goes on with the upload of the ticket.</summary>
    internal async Task<TResult> ResumeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TicketMatch.CheckScope(_keeper.Data, _calls.Upload.Operation, _calls.Upload.Scope.Path);
        return await ReopenAsync(cancellationToken).ConfigureAwait(false);
    }

    // The source is opened when something of it is needed: once all is sent, it may be gone.
    private async Task<TResult> ReopenAsync(CancellationToken cancellationToken)
    {
        UploadSource? source = null;
        try
        {
            return await GoOrBeginAnewAsync(
                () => source ??= _origin.Reopen(), _keeper.Known, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            source?.Dispose();
        }
    }

    private async Task<TResult> GoOrBeginAnewAsync(
        Func<UploadSource> source, TicketData? known, CancellationToken cancellationToken)
    {
        try
        {
            return await GoAsync(source, cancellationToken).ConfigureAwait(false);
        }
        catch (UploadException over) when (known?.UploadId is { } id && id == over.UploadId && IsOver(over) && _keeper.HasStore)
        {
            // The ticket is of an upload that ended meanwhile.
            return await GoAsync(source, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TResult> GoAsync(Func<UploadSource> source, CancellationToken cancellationToken)
    {
        try
        {
            TResult result = await _rounds.RunAsync(source, cancellationToken).ConfigureAwait(false);
            await _origin.ForgetAsync(cancellationToken).ConfigureAwait(false);
            _progress.Enter(TransferPhase.Completed);
            return result;
        }
        catch (UploadException end) when (end.Fault == UploadFault.AlreadyCompleted)
        {
            await _origin.ForgetAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (UploadException end) when (_keeper.HasStore && IsOver(end))
        {
            await _keeper.SetAsync(_keeper.Data.Anew(), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch when (_isLostWithUs && _keeper.Data.UploadId is not null)
        {
            await _calls.GiveUpAsync(_keeper.Data.UploadId).ConfigureAwait(false);
            throw;
        }
    }

    private static bool IsOver(UploadException end) =>
        end.Fault is UploadFault.Aborted or UploadFault.Expired or UploadFault.Failed or UploadFault.Gone;
}
