using Dari.Buffers;

namespace Dari.Http;

/// <summary>Reads bodies into memory of the shared pool.</summary>
internal static class BodyReader
{
    private const int FirstRead = 16 * 1024;

    /// <summary>Reads a body up to a limit.</summary>
    /// <returns>The bytes, at most as many as the limit; never null.</returns>
    internal static ValueTask<PooledBuffer?> ReadAsync(
        HttpContent content, long limit, CancellationToken cancellationToken)
    {
        // Not more than 1 MiB on the word of the server alone.
        long expected = Math.Min(content.Headers.ContentLength ?? FirstRead, Math.Min(limit, 1024 * 1024));
        return FillAsync(content, new PooledBuffer((int)expected + 1), limit, keepsBroken: false, cancellationToken);
    }

    /// <summary>Reads the body of an error as far as it comes: a broken one must not hide the error itself.</summary>
    internal static ValueTask<PooledBuffer?> ReadErrorAsync(
        HttpContent content, long limit, CancellationToken cancellationToken) =>
        FillAsync(content, new PooledBuffer(), limit, keepsBroken: true, cancellationToken);

    /// <summary>Reads and drops a body, so that its connection can be used again; gives up on a long one.</summary>
    /// <returns>Null.</returns>
    internal static async ValueTask<PooledBuffer?> DropAsync(
        HttpContent content, long limit, CancellationToken cancellationToken)
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

        return null;
    }

    private static async ValueTask<PooledBuffer?> FillAsync(
        HttpContent content, PooledBuffer body, long limit, bool keepsBroken, CancellationToken cancellationToken)
    {
        try
        {
            using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                Memory<byte> room = body.GetMemory();
                long left = limit - body.Length;
                room = room.Length > left ? room[..(int)left] : room;
                bool isFull = room.IsEmpty;
                int read = await stream.ReadAsync(isFull ? new byte[1] : room, cancellationToken).ConfigureAwait(false);
                if (isFull || read == 0)
                {
                    body.IsCut = read > 0;
                    return body;
                }

                body.Advance(read);
            }
        }
        catch (Exception exception) when (keepsBroken && IsBroken(exception))
        {
            body.IsCut = true;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static bool IsBroken(Exception exception) =>
        exception is IOException or HttpRequestException or InvalidDataException;
}
