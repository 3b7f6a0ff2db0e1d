using Dari.Http;
using Dari.Json;
using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sending;

/// <summary>One upload from its beginning, or from where its ticket stands, to its end.</summary>
internal sealed class UploadRun<TRequest, TResult>(
    ResumableUpload<TRequest, TResult> upload,
    ApiPipeline pipeline,
    UploadOptions how,
    RequestOptions? options,
    TicketKeeper keeper)
{
    // How often the service may say that it lost parts.
    private const int MaxRounds = 3;

    private readonly UploadCalls<TRequest, TResult> _calls = new(upload, pipeline, how, options);
    private readonly ProgressMeter _progress = new(how.Progress, pipeline.Options.TimeProvider);

    // Nobody has a ticket: what the service holds is of no use any more when this fails.
    private bool _isLostWithUs;

    /// <summary>Uploads a source, going on with what the ticket says of it.</summary>
    internal async Task<TResult> StartAsync(
        Func<Task<UploadSource>> open, Func<long, TRequest> request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _isLostWithUs = !keeper.HasStore;
        TicketData? known = await KnownAsync(cancellationToken).ConfigureAwait(false);
        if (known is { Source: { Kind: SourceKind.Spool } kept })
        {
            // All of the stream is kept already, or was sent and is deleted; the new one is not read.
            CheckRequest(known, JsonText.ToString(request(kept.Length), upload.WriteRequest));
            return await ReopenAsync(cancellationToken).ConfigureAwait(false);
        }

        UploadSource source = await open().ConfigureAwait(false);
        using (source)
        {
            string announced = JsonText.ToString(request(source.Length), upload.WriteRequest);
            if (known is null)
            {
                await keeper.SetAsync(Fresh(source, announced), cancellationToken).ConfigureAwait(false);
            }
            else
            {
                CheckSame(known, source, announced);
            }

            return await GoOrBeginAnewAsync(() => source, known, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on with the upload of the ticket.</summary>
    internal async Task<TResult> ResumeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CheckScope(keeper.Data);
        return await ReopenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Spools a stream; with a ticket, so that another process finds it.</summary>
    internal async Task<UploadSource> SpoolAsync(Stream content, CancellationToken cancellationToken)
    {
        var spool = new Spool(how, _progress);
        if (!keeper.HasStore)
        {
            return await spool.KeepAsync(content, cancellationToken).ConfigureAwait(false);
        }

        // The ticket first, so that the file is not forgotten.
        string path = Spool.NewPath(how);
        var identity = new SourceIdentity(SourceKind.Spooling, path, 0);
        await keeper.SetAsync(Fresh(identity, ""), cancellationToken).ConfigureAwait(false);
        try
        {
            return await spool.KeepAsync(content, path, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(path);
            await keeper.DeleteAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    // The source is opened when something of it is needed: once all is sent, it may be gone.
    private async Task<TResult> ReopenAsync(CancellationToken cancellationToken)
    {
        UploadSource? source = null;
        try
        {
            return await GoOrBeginAnewAsync(
                () => source ??= Reopen(keeper.Data), keeper.Known, cancellationToken).ConfigureAwait(false);
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
        catch (UploadException over) when (known?.UploadId is { } id && id == over.UploadId && IsOver(over) && keeper.HasStore)
        {
            // The ticket is of an upload that ended meanwhile.
            return await GoAsync(source, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TResult> GoAsync(Func<UploadSource> source, CancellationToken cancellationToken)
    {
        try
        {
            TResult result = await SendAndCompleteAsync(source, cancellationToken).ConfigureAwait(false);
            await ForgetAsync(cancellationToken).ConfigureAwait(false);
            _progress.Enter(TransferPhase.Completed);
            return result;
        }
        catch (UploadException end) when (end.Fault == UploadFault.AlreadyCompleted)
        {
            await ForgetAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (UploadException end) when (keeper.HasStore && IsOver(end))
        {
            await keeper.SetAsync(keeper.Data.Anew(), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch when (_isLostWithUs && keeper.Data.UploadId is not null)
        {
            await _calls.GiveUpAsync(keeper.Data.UploadId).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<TResult> SendAndCompleteAsync(Func<UploadSource> source, CancellationToken cancellationToken)
    {
        UploadState state = await AnnounceOrAskAsync(source, cancellationToken).ConfigureAwait(false);
        for (int round = 0; round < MaxRounds; round++)
        {
            bool isAllRead = keeper.Data.Sha256 is not null && _calls.Stage(state) != UploadStage.Open;
            if (!isAllRead)
            {
                using var pass = new PartPass<TRequest, TResult>(_calls, source(), keeper, _progress, how);
                string sha256 = await pass.RunAsync(state, cancellationToken).ConfigureAwait(false);
                source().CheckUnchanged();
                await keeper.ChangeAsync(data => data! with { Sha256 = sha256 }, cancellationToken).ConfigureAwait(false);
            }

            _progress.Enter(TransferPhase.Completing);
            TicketData whole = keeper.Data;
            (bool isDone, TResult? result) = await _calls.CompleteAsync(
                whole.UploadId!, whole.Sha256!, whole.CompleteKey, cancellationToken).ConfigureAwait(false);
            if (isDone)
            {
                return result!;
            }

            // The digests stay: they say whether the source is still the same.
            state = await _calls.ReportAsync(whole.UploadId!, cancellationToken).ConfigureAwait(false);
        }

        throw new UploadException(
            UploadFault.InvalidAnswer, "The service confirms parts and says later that it misses them.", keeper.Data.UploadId);
    }

    private async Task<UploadState> AnnounceOrAskAsync(Func<UploadSource> source, CancellationToken cancellationToken)
    {
        TicketData data = keeper.Data;
        UploadState state;
        if (data.UploadId is { } id && data.Layout is not null)
        {
            state = await _calls.ReportAsync(id, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Under the same key only what was announced before, or would have been.
            source().CheckUnchanged();
            state = await _calls.AnnounceAsync(data.Request, data.CreateKey, cancellationToken).ConfigureAwait(false);
            data = data with
            {
                UploadId = state.UploadId,
                Layout = PartLayout.Of(data.Source.Length, state),
                MaxConcurrency = (int)Math.Clamp(state.MaxConcurrency ?? int.MaxValue, 1, int.MaxValue),
            };
            await keeper.SetAsync(data, cancellationToken).ConfigureAwait(false);
        }

        PartLayout layout = data.Layout!;
        TransferPhase phase = data.Parts.Total > 0 ? TransferPhase.Verifying : TransferPhase.Sending;
        _progress.Start(phase, layout.Length, layout.Count, layout.BytesOf(data.Parts), data.Parts.Total);
        return state;
    }

    // Null when there is nothing to go on with.
    private async Task<TicketData?> KnownAsync(CancellationToken cancellationToken)
    {
        if (keeper.Known is not { } known)
        {
            return null;
        }

        CheckScope(known);
        if (known.Source.Kind != SourceKind.Spooling)
        {
            return known;
        }

        // Its stream ended with its process.
        await ForgetAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (keeper.Known is { Source: { Kind: SourceKind.Spool or SourceKind.Spooling, Path: { } path } })
        {
            File.Delete(path);
        }

        await keeper.DeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private TicketData Fresh(UploadSource source, string announced) => Fresh(source.Identity, announced);

    private TicketData Fresh(SourceIdentity source, string announced)
    {
        // To drop the key would let the caller believe that the work is done once only.
        if (options?.IdempotencyKey is not null && !upload.CreateTakesKey)
        {
            throw new ArgumentException($"{upload.Operation} takes no idempotency key.");
        }

        return new TicketData
        {
            Operation = upload.Operation,
            Scope = upload.Scope.Path,
            Source = source,
            Request = announced,
            CreateKey = options?.IdempotencyKey ?? TicketData.NewKey(),
            CompleteKey = TicketData.NewKey(),
        };
    }

    private UploadSource Reopen(TicketData data)
    {
        UploadSource source = data.Source switch
        {
            { Kind: SourceKind.File, Path: { } path } => FileSource.Open(path),
            { Kind: SourceKind.Spool, Path: { } path } => FileSource.OpenSpool(path),
            { Kind: SourceKind.Folder, Path: { } path } => FolderSource.Open(path, how),
            { Kind: SourceKind.Spooling } => throw Mismatch("is of a stream whose process ended before all of it was kept"),
            _ => throw Mismatch("is of a stream: give that stream again to the method that began the upload"),
        };
        try
        {
            CheckIdentity(data.Source, source.Identity);
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static void CheckSame(TicketData known, UploadSource source, string announced)
    {
        SourceIdentity now = source.Identity;
        if (known.Source.Kind != now.Kind || known.Source.Path != now.Path)
        {
            throw Mismatch($"is of {known.Source.Path ?? "a stream"}, not of {now.Path ?? "a stream"}");
        }

        CheckIdentity(known.Source, now);
        CheckRequest(known, announced);
    }

    private static void CheckRequest(TicketData known, string announced)
    {
        if (known.Request != announced)
        {
            throw Mismatch("was announced with other details");
        }
    }

    private void CheckScope(TicketData known)
    {
        if (known.Operation != upload.Operation || known.Scope != upload.Scope.Path)
        {
            throw Mismatch($"is of {known.Operation} at {known.Scope}, not of {upload.Operation} at {upload.Scope.Path}");
        }
    }

    private static void CheckIdentity(SourceIdentity known, SourceIdentity now)
    {
        if (known != now)
        {
            throw UploadSource.Changed($"{now.Path ?? "The stream"} has changed");
        }
    }

    private static UploadException Mismatch(string how) => new(
        UploadFault.TicketMismatch, $"The ticket {how}. Delete it to begin anew, or take another one.");

    private static bool IsOver(UploadException end) =>
        end.Fault is UploadFault.Aborted or UploadFault.Expired or UploadFault.Failed or UploadFault.Gone;
}
