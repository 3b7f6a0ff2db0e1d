using System.Security.Cryptography;
using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sending;

/// <summary>
/// Reads parts in their order, so that one pass over the content gives the digest of all of it besides those of the parts.
/// While a slice is digested, the next one is read.
/// </summary>
internal sealed class PartReader(UploadSource source, PartLayout layout, bool needsWhole) : IDisposable
{
    // Small enough that what was read is still in the processor's cache when it is digested, and large enough that to
    // hand it to another thread costs little beside the digest.
    private const int Slice = 512 * 1024;

    private readonly IncrementalHash _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _next;

    public void Dispose() => _whole.Dispose();

    internal async Task<PartContent> ReadAsync(int number, byte[] buffer, CancellationToken cancellationToken)
    {
        bool isNext = number == _next;
        var part = new PartContent(number, layout.Offset(number), layout.LengthOf(number), buffer);
        using IncrementalHash? own = part.IsHeld ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IncrementalHash? whole = needsWhole && isNext ? _whole : null;
        Task digested = Task.CompletedTask;
        try
        {
            // A part that is not held takes turns with two places of its buffer.
            int most = part.IsHeld ? Slice : Math.Min(Slice, buffer.Length / 2);
            bool isSecond = false;
            for (long done = 0; done < part.Length;)
            {
                int count = (int)Math.Min(most, part.Length - done);
                int place = part.IsHeld ? (int)done : isSecond ? most : 0;
                Memory<byte> slice = buffer.AsMemory(place, count);
                await source.FillAsync(part.Offset + done, slice, cancellationToken).ConfigureAwait(false);
                await digested.ConfigureAwait(false);
                digested = Task.WhenAll(Digest(own, slice), Digest(whole, slice));
                isSecond = !isSecond;
                done += count;
            }
        }
        finally
        {
            await digested.ConfigureAwait(false);
        }

        if (own is not null)
        {
            part.SetDigest(own.GetHashAndReset());
        }

        _next += isNext ? 1 : 0;
        return part;
    }

    /// <summary>The digest of everything, after all parts were read in their order; empty when nobody wants it.</summary>
    internal string Whole() => needsWhole ? Hex.Lower(_whole.GetHashAndReset()) : "";

    private static Task Digest(IncrementalHash? hash, ReadOnlyMemory<byte> slice) =>
        hash is null ? Task.CompletedTask : Task.Run(() => hash.AppendData(slice.Span));
}
