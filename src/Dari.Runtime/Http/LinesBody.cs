using Dari.Json;

namespace Dari.Http;

/// <summary>
/// Items as JSON, a line each, or a text sequence (RFC 7464), sent as they come. They are asked for once, so that such a
/// call is never sent again by itself.
/// </summary>
internal static class LinesBody
{
    internal static ApiContent Of<T>(IAsyncEnumerable<T> items, WriteJson<T> write, string contentType)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        bool isSequence = contentType.Split(';')[0].Trim().EndsWith("json-seq", StringComparison.OrdinalIgnoreCase);
        ByteSource source = ByteSource.Once((target, cancellationToken) => CopyAsync(items, write, isSequence, target, cancellationToken));
        return new SourceBody(source, HeaderText.MediaType(contentType));
    }

    private static async Task CopyAsync<T>(
        IAsyncEnumerable<T> items, WriteJson<T> write, bool isSequence, Stream target, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        IAsyncEnumerator<T> all = items.GetAsyncEnumerator(ending.Token);
        await using (all.ConfigureAwait(false))
        {
            while (await NextAsync(all, target, ending).ConfigureAwait(false))
            {
                byte[] item = JsonText.ToUtf8(all.Current, write);
                byte[] record = isSequence ? [0x1e, .. item, (byte)'\n'] : [.. item, (byte)'\n'];
                await target.WriteAsync(record, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whoever reads the other end should not wait for an item that is there because the next is not.</summary>
    private static async ValueTask<bool> NextAsync<T>(IAsyncEnumerator<T> items, Stream target, CancellationTokenSource ending)
    {
        ValueTask<bool> next = items.MoveNextAsync();
        if (next.IsCompletedSuccessfully)
        {
            return next.Result;
        }

        Task<bool> waiting = next.AsTask();
        try
        {
            await target.FlushAsync(ending.Token).ConfigureAwait(false);
        }
        catch
        {
            // An enumerator must not be closed while it is looking for the next item.
            await ending.CancelAsync().ConfigureAwait(false);
            await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await waiting.ConfigureAwait(false);
    }
}
