using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>The one webhook of an agent.</summary>
internal sealed class WebhookRoutes(DariParts parts)
{
    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes)
    {
        routes.Map("setAgentWebhook", Set);
        routes.Map("getAgentWebhook", call => WithAgent(call, static agent => AgentViews.Webhook(agent.Webhook)));
        routes.Map("deleteAgentWebhook", call => WithAgent(call, static agent => AgentViews.Webhook(agent.Webhook = null)));
        routes.Map("rotateAgentWebhookSecret", call => WithAgent(call, Rotate));
    }

    private Reply Set(Call call)
    {
        Uri url = CheckUrl(call.Body["webhook_url"]!.GetValue<string>());
        IReadOnlyList<string> types = call.Body["event_types"] is JsonArray wanted
            ? [.. wanted.Select(static type => type!.GetValue<string>()).Distinct()]
            : ["tool.call_requested"];
        return WithAgent(call, agent =>
        {
            string? made = agent.Webhook is null ? Ids.Secret("whsec_") : null;
            agent.Webhook = new AgentWebhook(url, types, made ?? agent.Webhook!.Secret);
            return AgentViews.Webhook(agent.Webhook, made);
        });
    }

    private static JsonObject Rotate(Agent agent)
    {
        if (agent.Webhook is null)
        {
            throw new ServiceFault(409, "conflict", "The agent has no webhook.");
        }

        agent.Webhook = agent.Webhook with { Secret = Ids.Secret("whsec_") };
        return AgentViews.Webhook(agent.Webhook, agent.Webhook.Secret);
    }

    private Reply WithAgent(Call call, Func<Agent, JsonObject> answer)
    {
        lock (_state.Gate)
        {
            return Reply.Json(200, answer(_state.Agents.Find(call.Path("agent_id"), call.Caller)));
        }
    }

    private static Uri CheckUrl(string text)
    {
        bool sound = Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && url.UserInfo.Length == 0
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
        return sound ? url! : throw new ServiceFault(422, "invalid_request", "webhook_url has to be an absolute HTTPS URL without user name and password.");
    }
}
