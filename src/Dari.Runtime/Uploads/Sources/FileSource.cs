using Dari.Uploads.Tickets;
using Microsoft.Win32.SafeHandles;

namespace Dari.Uploads.Sources;

/// <summary>A file on disk.</summary>
internal sealed class FileSource : UploadSource
{
    private readonly SafeFileHandle _handle;

    private FileSource(SafeFileHandle handle, SourceIdentity identity)
        : base(identity) => _handle = handle;

    internal static FileSource Open(string path) => Of(OpenHandle(path, FileOptions.None), SourceKind.File, path);

    /// <summary>A file of ours that outlives the process.</summary>
    internal static FileSource OpenSpool(string path) => Of(OpenHandle(path, FileOptions.None), SourceKind.Spool, path);

    /// <summary>A file of ours that nobody else can find, and that goes when it is closed.</summary>
    internal static FileSource OfSpool(SafeFileHandle handle) =>
        new(handle, new SourceIdentity(SourceKind.Stream, null, RandomAccess.GetLength(handle)));

    public override void Dispose()
    {
        _handle.Dispose();
        base.Dispose();
    }

    internal override void CheckUnchanged()
    {
        bool isSame = RandomAccess.GetLength(_handle) == Length
            && (Identity.ModifiedTicks == 0 || File.GetLastWriteTimeUtc(_handle).Ticks == Identity.ModifiedTicks);
        if (!isSame)
        {
            throw Changed($"{Name} has changed");
        }
    }

    protected override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken) =>
        RandomAccess.ReadAsync(_handle, buffer, offset, cancellationToken);

    private static FileSource Of(SafeFileHandle handle, SourceKind kind, string path)
    {
        try
        {
            long modified = File.GetLastWriteTimeUtc(handle).Ticks;
            return new FileSource(handle, new SourceIdentity(kind, path, RandomAccess.GetLength(handle), modified));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    // Others may write meanwhile; that is noticed.
    private static SafeFileHandle OpenHandle(string path, FileOptions options) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, options);
}
