using System.Buffers;
using System.Security.Cryptography;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>SHA-256 in lower-case hex, the only algorithm of uploads.</summary>
internal static class UploadDigest
{
    private const int ChunkSize = 1 << 20;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Refuses what is no digest.</summary>
    /// <exception cref="ServiceFault">422.</exception>
    public static void Check(string digest)
    {
        if (digest.Length != 64 || digest.AsSpan().ContainsAnyExcept(Digits))
        {
            throw SandboxFault.Fields("A digest is 64 lower-case hex digits.", "invalid_checksum");
        }
    }

    /// <summary>The digest of a file.</summary>
    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var position = 0L;
            for (int read; (read = await RandomAccess.ReadAsync(file, chunk, position, cancellationToken)) > 0; position += read)
            {
                digest.AppendData(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>The refusal of bytes that do not have their digest.</summary>
    public static ServiceFault Mismatch(string what) =>
        SandboxFault.Fields($"The bytes of {what} do not have the digest they were sent with.", "checksum_mismatch");
}
