namespace Dari.Http;

/// <summary>Bytes to send: opened anew for each attempt where they can be repeated.</summary>
internal sealed class ByteSource
{
    private readonly Func<Stream, CancellationToken, Task> _copy;
    private int _uses;

    private ByteSource(Func<Stream, CancellationToken, Task> copy, bool isRepeatable, long? length)
    {
        _copy = copy;
        IsRepeatable = isRepeatable;
        Length = length;
    }

    internal bool IsRepeatable { get; }

    internal long? Length { get; }

    internal static ByteSource Of(ReadOnlyMemory<byte> bytes) =>
        new(
            (target, cancellationToken) => target.WriteAsync(bytes, cancellationToken).AsTask(),
            isRepeatable: true,
            bytes.Length);

    internal static ByteSource OfFile(string path) =>
        new(
            (target, cancellationToken) => CopyFileAsync(path, target, cancellationToken),
            isRepeatable: true,
            new FileInfo(path).Length);

    internal static ByteSource Of(Stream stream, long? length)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        if (length < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A length is not negative.");
        }

        if (!stream.CanSeek)
        {
            return new ByteSource(stream.CopyToAsync, isRepeatable: false, length);
        }

        long start = stream.Position;
        return new ByteSource(
            (target, cancellationToken) =>
            {
                stream.Position = start;
                return stream.CopyToAsync(target, cancellationToken);
            },
            isRepeatable: true,
            length ?? (stream.Length - start));
    }

    /// <summary>What is written anew each time that it is asked for, which must be once.</summary>
    internal static ByteSource Once(Func<Stream, CancellationToken, Task> copy) => new(copy, isRepeatable: false, length: null);

    internal Task CopyToAsync(Stream target, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _uses) == 1 || IsRepeatable
            ? _copy(target, cancellationToken)
            : throw new InvalidOperationException("The stream was sent already and cannot be read again.");

    private static async Task CopyFileAsync(string path, Stream target, CancellationToken cancellationToken)
    {
        const FileOptions Options = FileOptions.Asynchronous | FileOptions.SequentialScan;
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, Options);
        await using (file.ConfigureAwait(false))
        {
            await file.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
    }
}
