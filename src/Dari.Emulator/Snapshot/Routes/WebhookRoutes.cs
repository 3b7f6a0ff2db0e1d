using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Webhooks;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Webhook endpoints and what was delivered to them, the latest first.</summary>
internal static class WebhookRoutes
{
    private const int DefaultLimit = 50;

    public static void Map(AccountRoutes routes)
    {
        routes.Change("createWebhookEndpoint", "webhook.create", Create);
        routes.Change("deleteWebhookEndpoint", "webhook.delete", Delete);
        routes.Read("listWebhookDeliveries", ListDeliveries);
    }

    private static Reply Create(AccountCall call)
    {
        if (!Uri.TryCreate(call.Body.Text("url"), UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            throw SnapshotFault.Wrong("url_parsing", "Input should be a valid URL of http or https", "/url");
        }

        WebhookEndpoint endpoint = call.Account.WebhookEndpoints.Add(new WebhookEndpoint(url)
        {
            Description = call.Body.Text("description"),
            Patterns = call.Body["event_patterns"] is JsonArray patterns
                ? [.. patterns.Select(static pattern => pattern!.GetValue<string>())]
                : ["*"],
            Timeout = TimeSpan.FromSeconds(call.Body.Whole("timeout_seconds") ?? 10),
            MaxRetries = (int)(call.Body.Whole("max_retries") ?? 7),
        });
        return Reply.Json(200, new JsonObject
        {
            ["endpoint"] = call.About("webhook_endpoint", endpoint).View(call.Account.UserId),
            ["secret"] = endpoint.Secret,
        });
    }

    private static Reply Delete(AccountCall call)
    {
        WebhookEndpoint endpoint = call.About("webhook_endpoint", call.FromPath(call.Account.WebhookEndpoints, "endpoint_id"));
        call.Account.WebhookEndpoints.Remove(endpoint);
        return Reply.Empty();
    }

    private static Reply ListDeliveries(AccountCall call)
    {
        IEnumerable<JsonNode?> latest = call.Account.WebhookDeliveries.All
            .Reverse()
            .Take(call.WholeQuery("limit", DefaultLimit))
            .Select(static delivery => (JsonNode?)delivery.View());
        return Reply.Json(200, new JsonObject { ["deliveries"] = new JsonArray([.. latest]) });
    }
}
