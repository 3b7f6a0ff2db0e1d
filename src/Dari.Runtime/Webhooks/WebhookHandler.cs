namespace Dari.Webhooks;

/// <summary>
/// Handles deliveries of one event. When it fails, the service is told so and sends the delivery again.
/// </summary>
/// <typeparam name="T">What the event says.</typeparam>
/// <param name="message">The delivery.</param>
/// <param name="cancellationToken">Ends with the request.</param>
/// <returns>A task that ends when the delivery is handled.</returns>
public delegate Task WebhookHandler<T>(WebhookMessage<T> message, CancellationToken cancellationToken);
