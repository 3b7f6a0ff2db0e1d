using Dari.Webhooks;

namespace Webhooks;

/// <summary>A receiver as an endpoint: the raw body goes in, a status comes out.</summary>
internal static class WebhookEndpoint
{
    public static void MapWebhooks(this IEndpointRouteBuilder app, string path, WebhookReceiver receiver) =>
        app.MapPost(path, async (HttpRequest request, ILogger<WebhookReceiver> log, CancellationToken cancellationToken) =>
        {
            WebhookResult result = await receiver.HandleAsync(
                name => request.Headers[name], request.Body, cancellationToken: cancellationToken);
            if (result.Outcome == WebhookOutcome.Refused)
            {
                log.LogWarning("Refused a delivery to {Path}: {Refusal} {Detail}", path, result.Refusal, result.Detail);
            }

            return Results.StatusCode(result.StatusCode);
        });
}
