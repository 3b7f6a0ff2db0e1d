using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sources;

/// <summary>Content that can be read at any place, also by several at once.</summary>
internal abstract class UploadSource(SourceIdentity identity) : IDisposable
{
    internal SourceIdentity Identity => identity;

    internal long Length => identity.Length;

    public virtual void Dispose()
    {
    }

    /// <summary>Refuses a source that is not what it was when it was opened.</summary>
    internal virtual void CheckUnchanged()
    {
    }

    /// <summary>Fills the buffer with the bytes from a place on.</summary>
    /// <exception cref="UploadException">There are not as many any more.</exception>
    internal async ValueTask FillAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (buffer.Length > 0)
        {
            int count = await ReadAsync(offset, buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                throw Changed($"{Name} has become shorter");
            }

            offset += count;
            buffer = buffer[count..];
        }
    }

    internal static UploadException Changed(string what) => new(
        UploadFault.SourceChanged,
        $"{what} since its upload began. Put it back to go on, or delete the ticket to begin anew.");

    protected string Name => identity.Path ?? "The stream";

    protected abstract ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken);
}
