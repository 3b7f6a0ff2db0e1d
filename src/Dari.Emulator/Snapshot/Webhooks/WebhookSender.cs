using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Audit;

namespace Dari.Emulator.Snapshot.Webhooks;

/// <summary>
/// Delivers events. Only loopback addresses are called; a delivery to any other fails without a try. The
/// names of the headers are the emulator's own, for those of the service are not published.
/// </summary>
internal sealed class WebhookSender(ServiceContext context) : IDisposable
{
    public const string SignatureHeader = "X-Webhook-Signature";
    public const string TimestampHeader = "X-Webhook-Timestamp";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>HMAC-SHA256 over the timestamp, a dot and the body, keyed by the whole secret, in lower-case hexadecimal digits.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. body];
        return "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    /// <summary>Starts deliveries to the endpoints that want an event. The caller holds the account's gate.</summary>
    public void Push(Account account, AuditEvent happened)
    {
        foreach (WebhookEndpoint endpoint in account.WebhookEndpoints.All.Where(endpoint => endpoint.Wants(happened.Type)))
        {
            WebhookDelivery delivery = account.WebhookDeliveries.Add(new WebhookDelivery(endpoint.Id, happened.Type, happened.CreatedAt));
            if (!endpoint.Url.IsLoopback)
            {
                (delivery.Status, delivery.Error) = (WebhookDelivery.Failed, "The emulator calls loopback addresses only.");
                continue;
            }

            byte[] body = Encoding.UTF8.GetBytes(Body(delivery, happened).ToJsonString());
            context.Run(stopping => DeliverAsync(account, endpoint, delivery, body, stopping));
        }
    }

    public void Dispose() => _http.Dispose();

    private static JsonObject Body(WebhookDelivery delivery, AuditEvent happened) => new()
    {
        ["id"] = delivery.Id,
        ["type"] = happened.Type,
        ["created_at"] = Times.Text(happened.CreatedAt),
        ["data"] = new JsonObject
        {
            ["event_id"] = happened.Id,
            ["status"] = happened.Status,
            ["resource_type"] = happened.ResourceType,
            ["resource_id"] = happened.ResourceId,
            ["vm_id"] = happened.VmId,
            ["session_id"] = happened.SessionId,
        },
    };

    private async Task DeliverAsync(
        Account account, WebhookEndpoint endpoint, WebhookDelivery delivery, byte[] body, CancellationToken stopping)
    {
        // The first try is not a repetition.
        for (int attempt = 1; attempt <= 1 + endpoint.MaxRetries; attempt++)
        {
            if (attempt > 1)
            {
                await Task.Delay(context.Options.WebhookRetryDelay, context.Clock, stopping);
            }

            (int? status, string? error) = await TryAsync(endpoint, body, stopping);
            if (error is null && context.Faults.RepeatsDelivery(context.Name, delivery.EventType))
            {
                await TryAsync(endpoint, body, stopping);
            }

            lock (account.Gate)
            {
                bool isGone = account.WebhookEndpoints.TryFind(endpoint.Id) is null;
                bool isOver = error is null || isGone || attempt > endpoint.MaxRetries;
                (delivery.Attempts, delivery.ResponseStatus, delivery.Error) = (attempt, status, error);
                delivery.Status = error is null ? WebhookDelivery.Delivered : isOver ? WebhookDelivery.Failed : WebhookDelivery.Pending;
                if (isOver)
                {
                    return;
                }
            }
        }
    }

    private async Task<(int? Status, string? Error)> TryAsync(WebhookEndpoint endpoint, byte[] body, CancellationToken stopping)
    {
        using var time = new CancellationTokenSource(endpoint.Timeout, context.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, stopping);
        try
        {
            string timestamp = context.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url);
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TryAddWithoutValidation(TimestampHeader, timestamp);
            request.Headers.TryAddWithoutValidation(SignatureHeader, Sign(endpoint.Secret, timestamp, body));
            using HttpResponseMessage response = await _http.SendAsync(request, stop.Token);
            return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : $"status {(int)response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return (null, exception.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return (null, "timeout");
        }
    }
}
