using System.Runtime.ExceptionServices;
using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sending;

/// <summary>
/// Goes over the content once: reads part after part, compares those that were sent earlier, and sends the others while it
/// reads on.
/// </summary>
internal sealed class PartPass<TRequest, TResult>(
    UploadCalls<TRequest, TResult> calls,
    UploadSource source,
    TicketKeeper keeper,
    ProgressMeter progress,
    UploadOptions how) : IDisposable
{
    private readonly PartLayout _layout = keeper.Data.Layout!;
    private readonly CancellationTokenSource _stop = new();
    private Exception? _failure;

    private int AtOnce => Math.Clamp(Math.Min(keeper.Data.MaxConcurrency, _layout.Count), 1, how.MaxConcurrency);

    public void Dispose() => _stop.Dispose();

    /// <summary>Sends what the service misses.</summary>
    /// <param name="state">What it has.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The digest of the content, if it is wanted.</returns>
    internal async Task<string> RunAsync(UploadState state, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration cancelled = cancellationToken.Register(_stop.Cancel);
        using var reader = new PartReader(source, _layout, calls.Upload.SendsDigest);
        int size = (int)Math.Max(1, Math.Min(Math.Min(how.BufferSize, _layout.Size), _layout.Length));

        // One more than are sent at once: the next part is read meanwhile.
        using var buffers = new PartBuffers(AtOnce + 1, size);
        using var slots = new SemaphoreSlim(AtOnce);
        try
        {
            await ReadAsync(reader, state, buffers, slots).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await FailAsync(error).ConfigureAwait(false);
        }

        await buffers.DrainAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (_failure is UploadSourceException { InnerException: { } broken })
        {
            ExceptionDispatchInfo.Throw(broken);
        }

        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        return reader.Whole();
    }

    private async Task ReadAsync(PartReader reader, UploadState state, PartBuffers buffers, SemaphoreSlim slots)
    {
        var earlier = new EarlierParts(keeper.Data.Parts, source);
        bool isTrusted = state.AcceptedBytes is not { } accepted || accepted >= _layout.BytesOf(keeper.Data.Parts);
        var sender = new PartSender<TRequest, TResult>(calls, keeper.Data.UploadId!, source, progress);
        for (int number = 0; number < _layout.Count; number++)
        {
            byte[] buffer = await buffers.RentAsync(_stop.Token).ConfigureAwait(false);
            bool isSending = false;
            try
            {
                PartContent part = await reader.ReadAsync(number, buffer, _stop.Token).ConfigureAwait(false);
                earlier.Check(part);
                if (calls.Holds(state, number) || (isTrusted && earlier.Has(number)))
                {
                    await ConfirmAsync(part).ConfigureAwait(false);
                    continue;
                }

                progress.Enter(TransferPhase.Sending);
                await slots.WaitAsync(_stop.Token).ConfigureAwait(false);
                isSending = true;
                _ = SendAsync(sender, part, buffers, slots);
            }
            finally
            {
                if (!isSending)
                {
                    buffers.Return(buffer);
                }
            }
        }
    }

    // Never throws: what fails is kept, and ends the others.
    private async Task SendAsync(
        PartSender<TRequest, TResult> sender, PartContent part, PartBuffers buffers, SemaphoreSlim slots)
    {
        await Task.Yield();
        try
        {
            await sender.SendAsync(part, _stop.Token).ConfigureAwait(false);
            await ConfirmAsync(part).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await FailAsync(error).ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
            buffers.Return(part.Buffer);
        }
    }

    private async Task ConfirmAsync(PartContent part)
    {
        if (!keeper.Data.Parts.Has(part.Number))
        {
            progress.Confirmed(part.Length);

            // Not cancelled with the others: the service has the part, so the ticket should say it.
            await keeper.ConfirmAsync(part.Number, part.Sha256, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(Exception error)
    {
        Interlocked.CompareExchange(ref _failure, error, null);
        await _stop.CancelAsync().ConfigureAwait(false);
    }
}
