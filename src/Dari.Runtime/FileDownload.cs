namespace Dari;

/// <summary>A file that is being received. Dispose it, or the connection stays taken.</summary>
public sealed class FileDownload : IDisposable, IAsyncDisposable
{
    private readonly IDisposable _owner;

    internal FileDownload(Stream content, ResponseMetadata response, IDisposable owner)
    {
        Content = content;
        Response = response;
        _owner = owner;
    }

    /// <summary>
    /// The bytes as they arrive. A pause longer than the call's timeout is a <see cref="TimeoutException"/>, a broken
    /// connection an <see cref="IOException"/> or <see cref="HttpRequestException"/>.
    /// </summary>
    public Stream Content { get; }

    /// <summary>The media type, or null.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>
    /// The name that the service gives the file, stripped of folders and of what no file name may hold; or null.
    /// </summary>
    public string? FileName { get; internal init; }

    /// <summary>The number of bytes, or null when it is not known.</summary>
    public long? Length { get; internal init; }

    /// <summary>Status and headers of the response.</summary>
    public ResponseMetadata Response { get; }

    /// <summary>Writes the bytes to a file that appears only when it is complete.</summary>
    /// <param name="path">
    /// The file. Do not take it from the service unseen; <see cref="FileName"/> is a safe last part.
    /// </param>
    /// <param name="overwrite">Whether an existing file is replaced.</param>
    /// <param name="cancellationToken">Cancels the transfer.</param>
    /// <returns>A task that ends when the file is there.</returns>
    /// <exception cref="IOException">
    /// The file exists, the disk or the connection failed, or bytes are missing.
    /// </exception>
    public async Task SaveAsync(string path, bool overwrite = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = Path.GetFullPath(path);
        if (!overwrite && File.Exists(target))
        {
            throw new IOException($"The file {target} exists already.");
        }

        // Beside the target, so that the move is one step and never a copy.
        string partial = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}.part");
        try
        {
            await WriteAsync(partial, cancellationToken).ConfigureAwait(false);
            File.Move(partial, target, overwrite);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Gives the connection back; what was not read is dropped.</summary>
    public void Dispose()
    {
        Content.Dispose();
        _owner.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    /// <returns>A task that ends when it is done.</returns>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _owner.Dispose();
    }

    private async Task WriteAsync(string partial, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            await Content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            if (Length is { } expected && file.Length != expected)
            {
                throw new IOException($"The file has {expected} bytes, but {file.Length} arrived.");
            }
        }
    }
}
