using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Webhooks;

/// <summary>
/// Pushes events to the URL of an agent, if it is a loopback one; others are kept but never called. A delivery
/// is tried again with the same id, and the secret is looked up for each try, so a rotated one counts at once.
/// </summary>
internal sealed class WebhookSender(ServiceContext context, ContractDocument document, DariState state) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    private readonly SchemaCheck _schema = document.Schema("WebhookDelivery");

    /// <summary>Starts a delivery if the agent wants the event. The caller holds the gate.</summary>
    public void Push(Agent agent, Session? session, string type, JsonObject data)
    {
        if (agent.Webhook is not { } webhook || !webhook.EventTypes.Contains(type) || !webhook.Url.IsLoopback)
        {
            return;
        }

        string id = Ids.New("whd_");
        string body = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["created_at"] = Times.Text(context.Now),
            ["data"] = data,
        }.ToJsonString();
        foreach (Finding finding in _schema.Check(body))
        {
            context.Journal.Record(new ContractViolation(context.Name, type, finding.Pointer, finding.Rule, finding.Message));
        }

        context.Run(stopping => DeliverAsync(agent, session, id, type, Encoding.UTF8.GetBytes(body), stopping));
    }

    public void Dispose() => _http.Dispose();

    private async Task DeliverAsync(Agent agent, Session? session, string id, string type, byte[] body, CancellationToken stopping)
    {
        string outcome = "";
        for (int attempt = 1; attempt <= context.Options.WebhookAttempts; attempt++)
        {
            if (attempt > 1)
            {
                await Task.Delay(context.Options.WebhookRetryDelay, context.Clock, stopping);
            }

            AgentWebhook? webhook;
            lock (state.Gate)
            {
                webhook = agent.Webhook;
            }

            if (webhook is not { Url.IsLoopback: true })
            {
                return;
            }

            outcome = await TryAsync(webhook, body, stopping);
            if (outcome.Length == 0)
            {
                if (context.Faults.RepeatsDelivery(context.Name, type))
                {
                    await TryAsync(webhook, body, stopping);
                }

                return;
            }
        }

        RecordFailure(session, id, type, outcome);
    }

    /// <returns>Why it failed; empty when it was taken, which any status of the 200s says.</returns>
    private async Task<string> TryAsync(AgentWebhook webhook, byte[] body, CancellationToken stopping)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url);
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Sign(webhook.Secret, body));
            using HttpResponseMessage response = await _http.SendAsync(request, stopping);
            return response.IsSuccessStatusCode ? "" : $"status {(int)response.StatusCode}";
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError.ToString();
        }
        catch (TaskCanceledException) when (!stopping.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    private void RecordFailure(Session? session, string id, string type, string outcome)
    {
        if (session is null)
        {
            return;
        }

        lock (state.Gate)
        {
            session.Append(context.Now, "webhook.delivery_failed", "system", null, new JsonObject
            {
                ["delivery_id"] = id,
                ["event_type"] = type,
                ["attempts"] = context.Options.WebhookAttempts,
                ["error"] = outcome,
            });
        }
    }
}
