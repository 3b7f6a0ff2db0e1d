using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Views;

/// <summary>Agents and versions as JSON.</summary>
internal static class AgentViews
{
    public static JsonObject Summary(Agent agent) => new()
    {
        ["id"] = agent.Id,
        ["name"] = agent.Name,
        ["active_version_id"] = agent.ActiveVersion.Id,
        ["created_at"] = Times.Text(agent.CreatedAt),
        ["deleted_at"] = Times.Text(agent.DeletedAt),
    };

    public static string Url(Uri service, Agent agent) => new Uri(service, $"/v1/agents/{agent.Id}").ToString();

    public static JsonObject Version(Agent agent, AgentVersion version)
    {
        var view = new JsonObject
        {
            ["id"] = version.Id,
            ["agent_id"] = version.AgentId,
            ["is_active"] = version == agent.ActiveVersion,
            ["archive_sha256"] = version.Sha256,
            ["size_bytes"] = version.Size,
            ["created_at"] = Times.Text(version.CreatedAt),
        };
        if (version.RouterId is { } router)
        {
            view["model_backend"] = new JsonObject { ["kind"] = "router", ["router_id"] = router };
        }

        return view;
    }

    public static JsonObject Webhook(AgentWebhook? webhook, string? secret = null) => new()
    {
        ["webhook_url"] = webhook?.Url.OriginalString,
        ["signing_enabled"] = webhook is not null,
        ["event_types"] = new JsonArray([.. (webhook?.EventTypes ?? []).Select(static type => (JsonNode?)type)]),
        ["signing_secret"] = secret,
    };
}
