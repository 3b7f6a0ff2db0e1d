using System.Security.Cryptography;
using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sending;

/// <summary>
/// Reads parts in their order, so that one pass over the content gives the digest of all of it besides those of the parts.
/// </summary>
internal sealed class PartReader(UploadSource source, PartLayout layout, bool needsWhole) : IDisposable
{
    // Small enough that what was read is still in the processor's cache when it is digested.
    private const int Slice = 256 * 1024;

    private readonly IncrementalHash _whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _next;

    public void Dispose() => _whole.Dispose();

    internal async Task<PartContent> ReadAsync(int number, byte[] buffer, CancellationToken cancellationToken)
    {
        bool isNext = number == _next;
        var part = new PartContent(number, layout.Offset(number), layout.LengthOf(number), buffer);
        using IncrementalHash? own = part.IsHeld ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long done = 0; done < part.Length;)
        {
            int count = (int)Math.Min(Math.Min(Slice, buffer.Length), part.Length - done);
            Memory<byte> slice = buffer.AsMemory(part.IsHeld ? (int)done : 0, count);
            await source.FillAsync(part.Offset + done, slice, cancellationToken).ConfigureAwait(false);
            own?.AppendData(slice.Span);
            if (needsWhole && isNext)
            {
                _whole.AppendData(slice.Span);
            }

            done += count;
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
}
