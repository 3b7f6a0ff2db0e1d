using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Creates, lists and shows sessions.</summary>
internal sealed class SessionRoutes(DariParts parts)
{
    private const string MetadataPrefix = "metadata.";

    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes)
    {
        routes.Map("createSession", Create);
        routes.Map("listSessionsForAgent", ListForAgent);
        routes.Map("startSessionWithMessage", StartWithMessage);
        routes.Map("listSessions", List);
        routes.Map("getSession", Get);
        routes.Map("getSessionTranscript", GetTranscript);
        routes.Map("getSessionCosts", GetCosts);
        routes.Map("createDeploymentSession", CreateForDeployment);
    }

    private Reply Create(Call call)
    {
        lock (_state.Gate)
        {
            Agent agent = _state.LivingAgent(call.Path("agent_id"), call.Caller);
            return Reply.Json(201, SessionViews.Whole(parts.Sessions.Create(agent, call.Body)));
        }
    }

    /// <summary>A deployment is an agent by its older name, so <c>dep_x</c> and <c>agt_x</c> are the same.</summary>
    private Reply CreateForDeployment(Call call)
    {
        string id = call.Path("deployment_id");
        string agentId = id.StartsWith("dep_", StringComparison.Ordinal) ? "agt_" + id["dep_".Length..] : id;
        lock (_state.Gate)
        {
            Session session = parts.Sessions.Create(_state.LivingAgent(agentId, call.Caller), []);
            return Reply.Json(201, SessionViews.InDeployment(session, id));
        }
    }

    private Reply StartWithMessage(Call call)
    {
        lock (_state.Gate)
        {
            Agent agent = _state.LivingAgent(call.Path("agent_id"), call.Caller);
            Session session = parts.Sessions.Create(agent, call.Body["session"] as JsonObject ?? []);
            try
            {
                Message message = parts.Turns.Enqueue(session, (JsonArray)call.Body["content"]!, call.Body["metadata"] as JsonObject);
                return Reply.Json(202, SessionViews.Sent(message.Opening, message));
            }
            catch (ServiceFault)
            {
                _state.Sessions.Remove(session);
                throw;
            }
        }
    }

    private Reply ListForAgent(Call call)
    {
        lock (_state.Gate)
        {
            Agent agent = _state.Agents.Find(call.Path("agent_id"), call.Caller);
            return ListReply(_state.Sessions.All(call.Caller).Where(session => session.Agent == agent));
        }
    }

    private Reply List(Call call)
    {
        List<KeyValuePair<string, string>> wanted =
        [
            .. call.Http.Request.Query.Where(static pair => pair.Key.StartsWith(MetadataPrefix, StringComparison.Ordinal))
                .SelectMany(static pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key[MetadataPrefix.Length..], value ?? ""))),
        ];
        lock (_state.Gate)
        {
            return ListReply(_state.Sessions.All(call.Caller).Where(session =>
                wanted.All(pair => session.Metadata.TryGetValue(pair.Key, out string? value) && value == pair.Value)));
        }
    }

    private Reply Get(Call call)
    {
        lock (_state.Gate)
        {
            return Reply.Json(200, SessionViews.Whole(_state.Sessions.Find(call.Path("session_id"), call.Caller)));
        }
    }

    private Reply GetTranscript(Call call)
    {
        lock (_state.Gate)
        {
            return Reply.Json(200, TranscriptView.Of(_state.Sessions.Find(call.Path("session_id"), call.Caller)));
        }
    }

    /// <summary>A finished turn is one event; it costs a tenth of a cent and a thousandth of one for each character.</summary>
    private Reply GetCosts(Call call)
    {
        lock (_state.Gate)
        {
            Session session = _state.Sessions.Find(call.Path("session_id"), call.Caller);
            List<Message> finished = [.. session.Messages.Where(static message => message.IsFinished)];
            decimal total = finished.Sum(static message =>
                0.001m + (0.00001m * (message.InputText.Length + message.Output.Sum(static part => part.Text("text")?.Length ?? 0))));
            return Reply.Json(200, new JsonObject
            {
                ["scope_kind"] = "session",
                ["scope_id"] = session.Id,
                ["event_count"] = finished.Count,
                ["total_cost_usd"] = total.ToString("0.00000", System.Globalization.CultureInfo.InvariantCulture),
            });
        }
    }

    private static Reply ListReply(IEnumerable<Session> sessions) =>
        Reply.Json(200, new JsonObject { ["sessions"] = new JsonArray([.. sessions.Select(SessionViews.Whole)]) });
}
