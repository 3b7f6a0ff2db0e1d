using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Audit;

namespace Dari.Emulator.Snapshot;

/// <summary>Maps handlers that work on the account of the caller, and keeps the audit log of them.</summary>
internal sealed class AccountRoutes(OperationRoutes routes, SnapshotWorld world)
{
    public SnapshotWorld World => world;

    /// <summary>Maps a handler that changes nothing. It runs while the account's gate is held.</summary>
    public void Read(string operationId, Func<AccountCall, Reply> handler) =>
        routes.Map(operationId, call => RunAsync(call, null, Hold(handler)));

    /// <summary>Maps a handler whose calls are events. It runs while the account's gate is held.</summary>
    public void Change(string operationId, string eventType, Func<AccountCall, Reply> handler) =>
        routes.Map(operationId, call => RunAsync(call, eventType, Hold(handler)));

    /// <summary>Maps a handler whose calls are events and which takes the gate itself where it needs it.</summary>
    public void ChangeAsync(string operationId, string eventType, Func<AccountCall, Task<Reply>> handler) =>
        routes.Map(operationId, call => RunAsync(call, eventType, handler));

    private static Func<AccountCall, Task<Reply>> Hold(Func<AccountCall, Reply> handler) => call =>
    {
        lock (call.Account.Gate)
        {
            call.Account.Settle();
            return Task.FromResult(handler(call));
        }
    };

    private async Task<Reply> RunAsync(Call call, string? eventType, Func<AccountCall, Task<Reply>> handler)
    {
        var errand = new AccountCall(call, world.Account(Organization(call)));
        string status = AuditEvent.Failure;
        try
        {
            Reply reply = await handler(errand);
            status = AuditEvent.Success;
            return reply;
        }
        finally
        {
            if (eventType is not null)
            {
                Record(errand, eventType, status);
            }
        }
    }

    /// <summary>Some operations take the key in the body, and some of them nowhere else.</summary>
    private string Organization(Call call)
    {
        if (call.Caller.Organization.Length > 0)
        {
            return call.Caller.Organization;
        }

        string key = call.Body.Text("api_key") ?? call.Form["api_key"].ToString();
        return world.Context.Keys.Find("apiKey", key)?.Organization ?? throw SnapshotFault.Unauthorized();
    }

    private void Record(AccountCall errand, string eventType, string status)
    {
        lock (errand.Account.Gate)
        {
            errand.Account.Record(new AuditEvent(eventType, world.Context.Now)
            {
                Status = status,
                ResourceType = errand.Subject?.Type,
                ResourceId = errand.Subject?.Id,
                VmId = errand.VmId ?? (errand.Call.Path("vm_id") is { Length: > 0 } vm ? vm : null),
                SessionId = errand.SessionId,
                RequestId = errand.Call.Http.TraceIdentifier,
                HttpMethod = errand.Call.Operation.Method,
            });
        }
    }
}
