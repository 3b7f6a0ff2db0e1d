using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Quickstart;

/// <summary>A file of random bytes on this machine, which can be read in parts from several threads at once.</summary>
internal sealed class LocalFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    private LocalFile(SafeFileHandle handle, long length, string sha256)
    {
        _handle = handle;
        Length = length;
        Sha256 = sha256;
    }

    public long Length { get; }

    /// <summary>Digest of all bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    public static async Task<LocalFile> CreateAsync(string path, int length, CancellationToken cancellation)
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(length);
        await File.WriteAllBytesAsync(path, bytes, cancellation);
        SafeFileHandle handle = File.OpenHandle(path, options: FileOptions.Asynchronous);
        return new LocalFile(handle, length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public async Task<byte[]> ReadAsync(long offset, long count, CancellationToken cancellation)
    {
        byte[] bytes = new byte[count];
        for (int done = 0; done < bytes.Length;)
        {
            int read = await RandomAccess.ReadAsync(_handle, bytes.AsMemory(done), offset + done, cancellation);
            done += read > 0 ? read : throw new EndOfStreamException("The file has become shorter.");
        }

        return bytes;
    }

    public void Dispose() => _handle.Dispose();
}
