using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Many sessions in one call.</summary>
internal sealed class BatchRoutes(DariParts parts)
{
    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes)
    {
        routes.Map("createSessionBatch", Create);
        routes.Map("getSessionBatch", Get);
    }

    private Reply Create(Call call)
    {
        string? key = call.Body.Text("idempotency_key");
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(call.Body.ToJsonString())));
        List<JsonObject> items = [.. call.Body.Items("items").OfType<JsonObject>()];
        lock (_state.Gate)
        {
            if (key is not null && _state.BatchesByKey.TryGetValue((call.Caller.Organization, key), out (string BodyDigest, Batch Batch) known))
            {
                return known.BodyDigest == digest ? Reply.Json(201, BatchViews.Created(known.Batch)) : throw KeyReused(call);
            }

            if (items.DistinctBy(static item => item.Text("agent_id")).Count() > 1)
            {
                throw new ServiceFault(422, "invalid_request", "All items have to name the same agent.");
            }

            Agent agent = _state.LivingAgent(items[0].Text("agent_id")!, call.Caller);
            var batch = new Batch
            {
                Id = Ids.New("batch_"),
                Organization = call.Caller.Organization,
                CreatedAt = parts.Context.Now,
                Agent = agent,
                Items = [.. items.Select(item => Start(agent, item))],
            };
            _state.Batches.Add(batch);
            if (key is not null)
            {
                _state.BatchesByKey.Add((call.Caller.Organization, key), (digest, batch));
            }

            parts.Turns.PushEnd(batch);
            return Reply.Json(201, BatchViews.Created(batch));
        }
    }

    private Reply Get(Call call)
    {
        lock (_state.Gate)
        {
            return Reply.Json(200, BatchViews.Whole(_state.Batches.Find(call.Path("batch_id"), call.Caller)));
        }
    }

    /// <summary>Starts one session. What is wrong with an item fails that item alone.</summary>
    private BatchItem Start(Agent agent, JsonObject item)
    {
        IReadOnlyDictionary<string, string> metadata = SessionFactory.Labels(item);
        Session? session = null;
        try
        {
            session = parts.Sessions.Create(agent, item);
            var first = (JsonObject)item["message"]!;
            Message message = parts.Turns.Enqueue(session, (JsonArray)first["content"]!, first["metadata"] as JsonObject);
            return new BatchItem(agent.Id, session.LlmId, metadata, session, message, null);
        }
        catch (ServiceFault fault)
        {
            if (session is not null)
            {
                _state.Sessions.Remove(session);
            }

            return new BatchItem(agent.Id, item.Text("llm_id"), metadata, null, null, fault.Message);
        }
    }

    /// <summary>409, as for events; 422 for as long as the document declares no 409 for batches.</summary>
    private static ServiceFault KeyReused(Call call) =>
        new(call.Operation.Response(409) is null ? 422 : 409, "conflict", "The idempotency key was used for another batch.");
}
