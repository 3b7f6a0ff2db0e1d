using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox;

/// <summary>Answers that were given under an idempotency key of one organization.</summary>
/// <remarks>A call that fails leaves nothing behind, so that it can be made again under the same key.</remarks>
internal sealed class IdempotencyLedger
{
    private readonly ConcurrentDictionary<(string Operation, string Key), Entry> _entries = new();

    /// <summary>Does the work of a call once for its key, path and body; a second such call waits for the first.</summary>
    /// <exception cref="ServiceFault">400: no key. 409: the key was used for something else.</exception>
    public Task<Reply> RunAsync(Call call, Func<Task<JsonNode>> work) => RunAsync(call, call.Json, work);

    /// <summary>As the other overload, for a body that is no JSON and stands for itself in another form.</summary>
    public async Task<Reply> RunAsync(Call call, JsonNode? payload, Func<Task<JsonNode>> work)
    {
        var key = call.Header("Idempotency-Key");
        if (string.IsNullOrWhiteSpace(key))
        {
            throw SandboxFault.Invalid("The header Idempotency-Key is missing.");
        }

        var fresh = new Entry(call.Http.Request.Path, payload, new Lazy<Task<JsonNode>>(work));
        var slot = (call.Operation.Id, key);
        var entry = _entries.GetOrAdd(slot, fresh);
        if (entry.Path != fresh.Path || !JsonNode.DeepEquals(entry.Payload, payload))
        {
            throw SandboxFault.Conflict("The idempotency key was used for another request.", reason: "idempotency_key_reused");
        }

        try
        {
            return Reply.Json(200, await entry.Answer.Value);
        }
        catch
        {
            _entries.TryRemove(KeyValuePair.Create(slot, entry));
            throw;
        }
    }

    /// <summary>As the other overloads, for work that needs no waiting.</summary>
    public Task<Reply> RunAsync<T>(Call call, Func<T> work) =>
        RunAsync(call, () => Task.FromResult(SandboxJson.Node(work())));

    private sealed record Entry(string Path, JsonNode? Payload, Lazy<Task<JsonNode>> Answer);
}
