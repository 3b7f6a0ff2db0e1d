using System.Security.Cryptography;
using System.Text;
using Dari.Http;

namespace Dari.Idempotency.Requests;

/// <summary>
/// SHA-256 of what a request asks for: method, path, query by name, media type and body, each with its length before
/// it. Headers and cookies are no part of it, nor is the key.
/// </summary>
internal sealed class RequestDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Dispose() => _hash.Dispose();

    /// <exception cref="InvalidOperationException">The body is a stream that can be read only once.</exception>
    internal static async Task<string> OfAsync(
        ApiRequest request, string? keyField, CancellationToken cancellationToken)
    {
        using var digest = new RequestDigest();
        digest.Add("dari-request-1");
        digest.Add(request.Method.Method);
        digest.Add(request.Path);
        digest.AddPairs(request.Query, null);
        if (request.Content is { IsRepeatable: false })
        {
            throw new InvalidOperationException(
                $"{request.Method} {request.Template} cannot be kept in a journal: its body is a stream that can be "
                + "read only once, and its digest has to be known before it is sent. Give a file, bytes or a stream "
                + "that can seek, or leave RequestOptions.LogicalCall and IdempotencyKey out.");
        }

        if (request.Content is { } content)
        {
            await content.AddToAsync(digest, keyField, cancellationToken).ConfigureAwait(false);
        }

        return Convert.ToHexString(digest._hash.GetHashAndReset()).ToLowerInvariant();
    }

    internal void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
    }

    /// <summary>What a source gives, by its own digest: its length need not be known.</summary>
    internal async Task AddAsync(ByteSource source, CancellationToken cancellationToken)
    {
        using SHA256 sha = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
        {
            await source.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        Add(sha.Hash!);
    }

    /// <summary>Pairs sorted by name; those of one name keep their order.</summary>
    internal void AddPairs(string encoded, string? without)
    {
        foreach (string pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => without is null || NameOf(pair) != PercentText.Encode(without))
            .OrderBy(NameOf, StringComparer.Ordinal))
        {
            Add(pair);
        }

        Add("");
    }

    private static string NameOf(string pair) => pair.Split('=')[0];
}
