using System.Buffers;
using Dari.Files;

namespace Dari.Uploads;

/// <summary>Keeps a ticket in a file that only its owner can read.</summary>
/// <remarks>
/// A ticket is written beside the file, synced to disk and renamed over it, so that there is always a whole one, whenever
/// the process dies. One upload at a time has a file, among all processes of the machine: meanwhile a file <c>.lock</c> stands
/// beside it.
/// </remarks>
public sealed class UploadTicketFile : IUploadTicketStore
{
    // Always the same name, so that what a killed process leaves is overwritten by the next and removed at the end.
    private readonly string _fresh;

    /// <summary>Names the file; its folder must exist, the file need not.</summary>
    /// <param name="path">The file.</param>
    public UploadTicketFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FilePath = Path.GetFullPath(path);
        _fresh = FilePath + ".new";
    }

    /// <summary>The full path of the file.</summary>
    public string FilePath { get; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file <c>.lock</c> cannot be made.</exception>
    public IDisposable Lock() => OwnedFile.TryTake(FilePath + ".lock") ?? throw new UploadException(
        UploadFault.TicketInUse,
        $"Another upload, perhaps of another process, has the ticket {FilePath}. Wait for its end, or take another ticket.");

    /// <inheritdoc/>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public async ValueTask<UploadTicket?> LoadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(FilePath))
        {
            return null;
        }

        byte[] text = await File.ReadAllBytesAsync(FilePath, cancellationToken).ConfigureAwait(false);
        return UploadTicket.Parse(text);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written; the one before is still there.</exception>
    public async ValueTask SaveAsync(UploadTicket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var create = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            // It names files and holds what was asked for, signed addresses among it.
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(_fresh, create);
        await using (file.ConfigureAwait(false))
        {
            var text = new ArrayBufferWriter<byte>();
            ticket.WriteTo(text);
            await file.WriteAsync(text.WrittenMemory, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        File.Move(_fresh, FilePath, overwrite: true);
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(CancellationToken cancellationToken)
    {
        File.Delete(_fresh);
        File.Delete(FilePath);
        return ValueTask.CompletedTask;
    }
}
