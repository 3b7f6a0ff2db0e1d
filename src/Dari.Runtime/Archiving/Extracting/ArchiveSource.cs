namespace Dari.Archiving.Extracting;

/// <summary>The bytes of an archive, whose kind is told from the first ones.</summary>
internal sealed class ArchiveSource(Stream archive, Action<int> read)
{
    private readonly byte[] _start = new byte[4];
    private int _startLength;

    /// <summary>The bytes of the archive as far as known; zero where the stream cannot tell.</summary>
    internal long Length { get; private set; }

    internal bool IsZip => _start.AsSpan() is [(byte)'P', (byte)'K', 3 or 5, 4 or 6];

    internal bool IsGzip => _start.AsSpan() is [0x1F, 0x8B, ..];

    /// <summary>Reads the first bytes.</summary>
    /// <returns>The whole archive, those bytes included, forward only.</returns>
    internal async ValueTask<Stream> StartAsync(CancellationToken cancellationToken)
    {
        _startLength = await archive.ReadAtLeastAsync(_start, _start.Length, false, cancellationToken)
            .ConfigureAwait(false);
        if (_startLength < _start.Length)
        {
            throw new ArchiveException("The archive is empty or cut off.");
        }

        return new WatchedStream(new PrefixedStream(_start, archive), read);
    }

    /// <summary>The same archive as a stream that can seek; a temporary file where it has to be.</summary>
    /// <param name="whole">What <see cref="StartAsync"/> gave.</param>
    /// <param name="most">The most bytes a temporary file may take.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    internal async ValueTask<Stream> SeekableAsync(Stream whole, long most, CancellationToken cancellationToken)
    {
        string path = Path.Combine(Path.GetTempPath(), $"dari-{Guid.NewGuid():N}.zip");
        if (archive is FileStream { CanSeek: true } file && file.Position == _startLength)
        {
            Length = file.Length;
            return new FileStream(file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }

        var spooled = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        try
        {
            var buffer = new byte[128 * 1024];
            for (int count; (count = await whole.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                await spooled.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                if (spooled.Length > most)
                {
                    throw new ArchiveException($"The archive has more than {most} bytes.");
                }
            }
        }
        catch
        {
            await spooled.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        Length = spooled.Length;
        spooled.Position = 0;
        return spooled;
    }
}
