using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Dari.Uploads.Sources;

namespace Dari.Uploads.Sending;

/// <summary>Sends one part until the service has it.</summary>
internal sealed class PartSender<TRequest, TResult>(
    UploadCalls<TRequest, TResult> calls, string id, UploadSource source, ProgressMeter progress)
{
    internal async Task SendAsync(PartContent part, CancellationToken cancellationToken)
    {
        Patience patience = calls.NewPatience();
        while (true)
        {
            Exception error;
            try
            {
                await AttemptAsync(part, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception failure) when (UploadCalls<TRequest, TResult>.IsOfCall(failure, cancellationToken))
            {
                error = failure;
            }

            UploadFault? fault = calls.Fault(error);
            bool isDamaged = fault == UploadFault.DigestMismatch;
            bool mayPass = isDamaged || (fault is null && Patience.IsPassing(error));
            if (isDamaged || !mayPass)
            {
                await CheckSourceAsync(part, cancellationToken).ConfigureAwait(false);
            }

            if (mayPass ? !await patience.WaitAsync(error, cancellationToken).ConfigureAwait(false) : fault is not null)
            {
                calls.ThrowFault(error, id);
                ExceptionDispatchInfo.Throw(error);
            }

            // What became of the part is not known, or it was refused, perhaps because the upload is over.
            bool asks = !mayPass || (!isDamaged && Patience.IsUnknown(error));
            if (asks && await IsThereAsync(part, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            if (!mayPass)
            {
                ExceptionDispatchInfo.Throw(error);
            }
        }
    }

    private async Task<bool> IsThereAsync(PartContent part, CancellationToken cancellationToken) =>
        calls.Holds(await calls.ReportAsync(id, cancellationToken).ConfigureAwait(false), part.Number);

    private async Task AttemptAsync(PartContent part, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(calls.Timeout, calls.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var body = new PartStream(part, source, Sent);
        long number = part.Number + (long)calls.Upload.FirstPart;
        var sent = new UploadPart(id, number, part.Offset, part.Sha256, body);
        try
        {
            // A part may take as long as it needs, as long as it goes on.
            RequestOptions call = calls.Call(timeout: Timeout.InfiniteTimeSpan);
            await calls.Upload.SendPart(sent, call, either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (body.SourceError is { } broken)
        {
            // Not a failure of the connection, whose exception it looks like.
            ExceptionDispatchInfo.Throw(broken is IOException ? new UploadSourceException(broken) : broken);
        }
        catch (OperationCanceledException late)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Part {number} of the upload {id} did not go on for {calls.Timeout}.", late);
        }

        void Sent(int bytes)
        {
            progress.Sent(bytes);
            limit.CancelAfter(calls.Timeout);
        }
    }

    // A part that passes through its buffer is read twice; between that the source may have changed.
    private async Task CheckSourceAsync(PartContent part, CancellationToken cancellationToken)
    {
        source.CheckUnchanged();
        if (part.IsHeld)
        {
            return;
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long done = 0; done < part.Length;)
        {
            Memory<byte> slice = part.Buffer.AsMemory(0, (int)Math.Min(part.Buffer.Length, part.Length - done));
            await source.FillAsync(part.Offset + done, slice, cancellationToken).ConfigureAwait(false);
            hash.AppendData(slice.Span);
            done += slice.Length;
        }

        if (Hex.Lower(hash.GetHashAndReset()) != part.Sha256)
        {
            throw UploadSource.Changed($"The bytes from {part.Offset} on have changed");
        }
    }
}
