using System.Security.Cryptography;

namespace Dari.Archiving.Packing;

/// <summary>Where the bytes of an archive go; they are counted and digested on the way.</summary>
internal sealed class ArchiveOutput(Stream destination) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal long Size { get; private set; }

    internal ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _hash.AppendData(bytes.Span);
        Size += bytes.Length;
        return destination.WriteAsync(bytes, cancellationToken);
    }

    // net8.0 has no lower-case form of ToHexString.
    internal string Sha256() =>
        string.Concat(_hash.GetHashAndReset().Select(static value => value.ToString("x2", null)));

    public void Dispose() => _hash.Dispose();
}
