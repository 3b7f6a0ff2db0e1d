using System.Globalization;
using System.Text;

namespace Dari.Runtime.Tests.Loopback;

/// <summary>A request as it came over the wire.</summary>
internal sealed record LoopbackRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    internal string Text => Encoding.UTF8.GetString(Body);

    internal string? this[string header] => Headers
        .Where(pair => pair.Key.Equals(header, StringComparison.OrdinalIgnoreCase))
        .Select(static pair => pair.Value)
        .SingleOrDefault();

    internal static async Task<LoopbackRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (await LineAsync(stream, cancellationToken) is not { Length: > 0 } first)
        {
            return null;
        }

        var headers = new List<KeyValuePair<string, string>>();
        while (await LineAsync(stream, cancellationToken) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        string[] parts = first.Split(' ');
        var request = new LoopbackRequest(parts[0], parts[1], headers, []);
        return request with { Body = await BodyAsync(stream, request, cancellationToken) };
    }

    private static async Task<byte[]> BodyAsync(
        Stream stream, LoopbackRequest request, CancellationToken cancellationToken)
    {
        if (request["Content-Length"] is { } length)
        {
            var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body, cancellationToken);
            return body;
        }

        using var chunks = new MemoryStream();
        while (request["Transfer-Encoding"] == "chunked")
        {
            string size = await LineAsync(stream, cancellationToken) ?? throw new EndOfStreamException("The client went away.");
            var chunk = new byte[int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(chunk, cancellationToken);
            await LineAsync(stream, cancellationToken);
            if (chunk.Length == 0)
            {
                break;
            }

            chunks.Write(chunk);
        }

        return chunks.ToArray();
    }

    private static async Task<string?> LineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }
}
