using System.Text.Json;
using Dari.Json;

namespace Dari.Webhooks;

/// <summary>A delivery on its way to its handler; what generated receivers pass on.</summary>
public sealed class WebhookDelivery
{
    internal WebhookDelivery(string name, ReadOnlyMemory<byte> body, string? id, DateTimeOffset? sentAt)
    {
        Event = name;
        Body = body;
        Id = id;
        SentAt = sentAt;
    }

    /// <summary>The name of the event.</summary>
    public string Event { get; }

    /// <summary>The body as it came.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    internal string? Id { get; }

    internal DateTimeOffset? SentAt { get; }

    /// <summary>Reads the body and hands it to a handler.</summary>
    /// <typeparam name="T">What the body says.</typeparam>
    /// <param name="handler">The handler, or null.</param>
    /// <param name="read">Reads the body.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>Whether there is a handler.</returns>
    /// <exception cref="WebhookBodyException">The body does not read.</exception>
    public async Task<bool> ToAsync<T>(WebhookHandler<T>? handler, ReadJson<T> read, CancellationToken cancellationToken)
    {
        if (handler is null)
        {
            return false;
        }

        await handler(Message(Read(read)), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Hands the body to a handler as it came.</summary>
    /// <param name="handler">The handler, or null.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>Whether there is a handler.</returns>
    public async Task<bool> ToAsync(WebhookHandler<ReadOnlyMemory<byte>>? handler, CancellationToken cancellationToken)
    {
        if (handler is null)
        {
            return false;
        }

        await handler(Message(Body), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private T Read<T>(ReadJson<T> read)
    {
        try
        {
            return JsonText.Parse(Body.Span, read);
        }
        catch (JsonException fault)
        {
            throw new WebhookBodyException(fault.Message, fault);
        }
    }

    private WebhookMessage<T> Message<T>(T payload) =>
        new() { Event = Event, Id = Id, SentAt = SentAt, Payload = payload };
}
