using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sending;

/// <summary>Announces an upload or asks how far it is, sends what is missing, and completes it.</summary>
internal sealed class UploadRounds<TRequest, TResult>(
    UploadCalls<TRequest, TResult> calls, TicketKeeper keeper, ProgressMeter progress, UploadOptions how)
{
    // How often the service may say that it lost parts.
    private const int MaxRounds = 3;

    /// <summary>Does what is left of the upload.</summary>
    /// <param name="source">Opens the source, when something of it is needed.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>What the service answered in the end.</returns>
    /// <exception cref="UploadException">It cannot go on.</exception>
    internal async Task<TResult> RunAsync(Func<UploadSource> source, CancellationToken cancellationToken)
    {
        UploadState state = await AnnounceOrAskAsync(source, cancellationToken).ConfigureAwait(false);
        for (int round = 0; round < MaxRounds; round++)
        {
            bool isAllRead = keeper.Data.Sha256 is not null && calls.Stage(state) != UploadStage.Open;
            if (!isAllRead)
            {
                using var pass = new PartPass<TRequest, TResult>(calls, source(), keeper, progress, how);
                string sha256 = await pass.RunAsync(state, cancellationToken).ConfigureAwait(false);
                source().CheckUnchanged();
                await keeper.ChangeAsync(data => data! with { Sha256 = sha256 }, cancellationToken).ConfigureAwait(false);
            }

            progress.Enter(TransferPhase.Completing);
            TicketData whole = keeper.Data;
            (bool isDone, TResult? result) = await calls.CompleteAsync(
                whole.UploadId!, whole.Sha256!, whole.CompleteKey, cancellationToken).ConfigureAwait(false);
            if (isDone)
            {
                return result!;
            }

            // The digests stay: they say whether the source is still the same.
            state = await calls.ReportAsync(whole.UploadId!, cancellationToken).ConfigureAwait(false);
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
            state = await calls.ReportAsync(id, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Under the same key only what was announced before, or would have been.
            source().CheckUnchanged();
            state = await calls.AnnounceAsync(data.Request, data.CreateKey, cancellationToken).ConfigureAwait(false);
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
        progress.Start(phase, layout.Length, layout.Count, layout.BytesOf(data.Parts), data.Parts.Total);
        return state;
    }
}
