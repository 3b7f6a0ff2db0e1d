using System.Text.Json.Nodes;
using Dari.Emulator.Dari.State;

namespace Dari.Emulator.Dari.Views;

/// <summary>Batches as JSON.</summary>
internal static class BatchViews
{
    private static readonly string[] Counted = ["queued", "running", "completed", "failed"];

    /// <summary>Without the counts, as the answer to the creation is.</summary>
    public static JsonObject Created(Batch batch) => new()
    {
        ["batch_id"] = batch.Id,
        ["status"] = batch.Status,
        ["sessions"] = new JsonArray([.. batch.Items.Select(static (item, index) => (JsonNode?)Item(item, index))]),
    };

    public static JsonObject Whole(Batch batch)
    {
        JsonObject view = Created(batch);
        view["counts"] = new JsonObject(Counted.Select(status => KeyValuePair.Create(status, (JsonNode?)batch.Count(status))));
        return view;
    }

    private static JsonObject Item(BatchItem item, int index) => new()
    {
        ["index"] = index,
        ["session_id"] = item.Session?.Id,
        ["status"] = item.Status,
        ["last_message_status"] = item.Message?.Status,
        ["agent_id"] = item.AgentId,
        ["version_id"] = item.Session?.Version.Id,
        ["llm_id"] = item.LlmId,
        ["metadata"] = new JsonObject(item.Metadata.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["transcript_url"] = item.Session is { } session ? $"/v1/sessions/{session.Id}/transcript" : null,
        ["error"] = item.Error,
    };
}
