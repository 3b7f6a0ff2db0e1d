using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Creates, lists and deletes agents.</summary>
internal sealed class AgentRoutes(DariParts parts)
{
    private readonly ServiceContext _context = parts.Context;
    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes)
    {
        routes.Map("createAgent", Create);
        routes.Map("listAgents", List);
        routes.Map("getAgent", Get);
        routes.Map("deleteAgent", Delete);
        routes.Map("setAgentModelBackend", SetModelBackend);
    }

    private Reply Create(Call call)
    {
        Agent agent = parts.Publisher.PublishByName(call.Body["source_snapshot_id"]!.GetValue<string>(), call.Caller);
        lock (_state.Gate)
        {
            return Reply.Json(201, new JsonObject
            {
                ["id"] = agent.Id,
                ["name"] = agent.Name,
                ["agent_url"] = AgentViews.Url(_context.Url, agent),
                ["active_version_id"] = agent.ActiveVersion.Id,
                ["created_at"] = Times.Text(agent.CreatedAt),
                ["agent_id"] = agent.Id,
                ["version_id"] = agent.ActiveVersion.Id,
            });
        }
    }

    private Reply List(Call call)
    {
        lock (_state.Gate)
        {
            IEnumerable<JsonNode?> agents = _state.Agents.All(call.Caller).Where(static agent => agent.DeletedAt is null).Select(AgentViews.Summary);
            return Reply.Json(200, new JsonObject { ["agents"] = new JsonArray([.. agents]) });
        }
    }

    private Reply Get(Call call)
    {
        lock (_state.Gate)
        {
            return Reply.Json(200, AgentViews.Summary(_state.Agents.Find(call.Path("agent_id"), call.Caller)));
        }
    }

    private Reply Delete(Call call)
    {
        lock (_state.Gate)
        {
            Agent agent = _state.Agents.Find(call.Path("agent_id"), call.Caller);
            agent.DeletedAt ??= _context.Now;
            foreach (Session session in _state.Sessions.All(call.Caller).Where(session => session.Agent == agent))
            {
                // Open streams end now that the session cannot be used.
                session.Signal();
            }

            return Reply.Json(200, AgentViews.Summary(agent));
        }
    }

    private Reply SetModelBackend(Call call)
    {
        lock (_state.Gate)
        {
            Agent agent = _state.LivingAgent(call.Path("agent_id"), call.Caller);
            AgentVersion version = parts.Publisher.Reroute(agent, call.Body["router_id"]!.GetValue<string>());
            return Reply.Json(200, new JsonObject
            {
                ["agent_id"] = agent.Id,
                ["active_version_id"] = version.Id,
                ["model_backend"] = new JsonObject { ["kind"] = "router", ["router_id"] = version.RouterId },
            });
        }
    }
}
