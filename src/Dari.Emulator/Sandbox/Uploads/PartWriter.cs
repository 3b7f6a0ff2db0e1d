using System.Buffers;
using System.Security.Cryptography;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Writes the bytes of one part to their place and checks them on the way.</summary>
internal static class PartWriter
{
    private const int ChunkSize = 1 << 17;

    /// <summary>Stores a part, or compares it with the one that is stored.</summary>
    /// <remarks>
    /// Nothing counts before all bytes are there and their digest is right, so a broken connection
    /// leaves only bytes that the next try writes over.
    /// </remarks>
    public static async Task<UploadSessionView> WriteAsync(
        UploadSession session,
        int number,
        Stream bytes,
        long? announcedLength,
        string? digest,
        CancellationToken cancellationToken)
    {
        var length = session.Parts.Length(number);
        if (announcedLength is { } announced && announced != length)
        {
            throw WrongLength(number, length);
        }

        // A part that is stored is only compared: a replay must not touch bytes that were accepted.
        var stored = session.Parts.Digest(number);
        var found = stored is null
            ? await StoreAsync(session, number, bytes, length, cancellationToken)
            : await DigestAsync(number, bytes, length, cancellationToken);
        if (digest is not null && digest != found)
        {
            throw UploadDigest.Mismatch($"part {number}");
        }

        if (stored is not null)
        {
            return stored == found
                ? session.View()
                : throw SandboxFault.Conflict($"Part {number} is stored with other bytes.", reason: "part_differs");
        }

        return session.Accept(number, found);
    }

    private static async Task<string> StoreAsync(
        UploadSession session, int number, Stream bytes, long length, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(
            session.ContentFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);
        var offset = session.Parts.Offset(number);
        return await PumpAsync(
            number,
            bytes,
            length,
            (chunk, position) => RandomAccess.WriteAsync(file, chunk, offset + position, cancellationToken),
            cancellationToken);
    }

    private static Task<string> DigestAsync(
        int number, Stream bytes, long length, CancellationToken cancellationToken) =>
        PumpAsync(number, bytes, length, (_, _) => ValueTask.CompletedTask, cancellationToken);

    private static async Task<string> PumpAsync(
        int number,
        Stream bytes,
        long length,
        Func<ReadOnlyMemory<byte>, long, ValueTask> store,
        CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var position = 0L;
            for (int read; (read = await bytes.ReadAsync(chunk, cancellationToken)) > 0; position += read)
            {
                if (position + read > length)
                {
                    throw WrongLength(number, length);
                }

                digest.AppendData(chunk, 0, read);
                await store(chunk.AsMemory(0, read), position);
            }

            return position == length
                ? Convert.ToHexStringLower(digest.GetHashAndReset())
                : throw WrongLength(number, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static ServiceFault WrongLength(int number, long length) =>
        SandboxFault.Fields($"Part {number} has {length} bytes.", "wrong_part_length");
}
