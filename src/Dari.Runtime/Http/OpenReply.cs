using System.Text.Json;
using Dari.Json;
using Dari.Streaming;

namespace Dari.Http;

/// <summary>A good answer whose body is still to be read, with the call that it belongs to.</summary>
internal sealed class OpenReply(Exchange exchange, Reply reply, IdleLimitStream body) : IDisposable
{
    private const byte LineFeed = (byte)'\n';
    private const byte RecordSeparator = 0x1E;

    public void Dispose()
    {
        body.Dispose();
        reply.Dispose();
        exchange.Dispose();
    }

    internal FileDownload ToDownload()
    {
        System.Net.Http.Headers.HttpContentHeaders headers = reply.Response.Content.Headers;
        return new FileDownload(body, exchange.Metadata, this)
        {
            ContentType = headers.ContentType?.ToString(),
            FileName = FileNames.Of(headers.ContentDisposition),
            Length = headers.ContentLength,
        };
    }

    internal LineReader ToLines(long longest)
    {
        bool isSequence = reply.MediaType?.Contains("json-seq", StringComparison.OrdinalIgnoreCase) ?? false;
        return new LineReader(body, isSequence ? RecordSeparator : LineFeed, longest);
    }

    /// <summary>The idempotency key that the call was sent under; null when it has none.</summary>
    internal string? Key => exchange.Outgoing.Key;

    /// <summary>False after 204 or 205.</summary>
    internal bool HasContent => (int)reply.Status is not (204 or 205);

    internal EventReader ToEvents(long longest)
    {
        // A page of JSON or HTML would otherwise read as a stream without events.
        if (reply.MediaType is { } type && !type.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            throw Explained(Failures.Body(exchange, reply, $"with {type} instead of text/event-stream"));
        }

        return new EventReader(body, longest);
    }

    internal T Read<T>(ReadOnlySpan<byte> utf8, ReadJson<T> read)
    {
        try
        {
            return JsonText.Parse(utf8, read);
        }
        catch (JsonException fault)
        {
            string problem = $"with an item that does not read: {exchange.Redaction.Clean(fault.Message)}";
            throw Explained(Failures.Body(exchange, reply, problem, fault));
        }
    }

    /// <summary>An item has ended: the next one has the whole length that is allowed.</summary>
    internal void StartItem() => body.StartItem();

    internal Exception Endless(InvalidDataException fault) =>
        Explained(Failures.Body(exchange, reply, "with an item that does not end", fault));

    internal async ValueTask<bool> GuardAsync(ValueTask<bool> next)
    {
        try
        {
            return await next.ConfigureAwait(false);
        }
        catch (InvalidDataException fault)
        {
            throw Endless(fault);
        }
        catch (Exception exception)
        {
            Exception meant = Explained(exception);
            if (meant != exception)
            {
                throw meant;
            }

            throw;
        }
    }

    private Exception Explained(Exception exception) => exchange.Explain(exception);
}
