using Dari.Buffers;

namespace Dari.Http;

/// <summary>Reads bodies into memory of the shared pool.</summary>
internal static class BodyReader
{
    private const int FirstRead = 16 * 1024;

    /// <summary>Reads a body up to a limit.</summary>
    /// <returns>The bytes, at most as many as the limit, and whether there are more.</returns>
    internal static async ValueTask<(PooledBuffer Body, bool IsCut)> ReadAsync(
        HttpContent content, long limit, CancellationToken cancellationToken)
    {
        // Not more than 1 MiB on the word of the server alone.
        long expected = Math.Min(content.Headers.ContentLength ?? FirstRead, Math.Min(limit, 1024 * 1024));
        var body = new PooledBuffer((int)expected + 1);
        try
        {
            bool isCut = await FillAsync(content, body, limit, cancellationToken).ConfigureAwait(false);
            return (body, isCut);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Reads the body of an error as far as it comes: a broken one must not hide the error itself.</summary>
    internal static async ValueTask<(PooledBuffer Body, bool IsCut)> ReadErrorAsync(
        HttpContent content, long limit, CancellationToken cancellationToken)
    {
        var body = new PooledBuffer();
        try
        {
            bool isCut = await FillAsync(content, body, limit, cancellationToken).ConfigureAwait(false);
            return (body, isCut);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            return (body, true);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Reads and drops a body, so that its connection can be used again; gives up on a long one.</summary>
    internal static async Task DropAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        using var room = new PooledBuffer(FirstRead);
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            for (int read = 1; read > 0 && limit > 0; limit -= read)
            {
                read = await stream.ReadAsync(room.GetMemory(FirstRead), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask<bool> FillAsync(
        HttpContent content, PooledBuffer body, long limit, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (true)
            {
                Memory<byte> room = body.GetMemory();
                long left = limit - body.Length;
                room = room.Length > left ? room[..(int)left] : room;
                if (room.IsEmpty)
                {
                    return await stream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0;
                }

                int read = await stream.ReadAsync(room, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return false;
                }

                body.Advance(read);
            }
        }
    }
}
