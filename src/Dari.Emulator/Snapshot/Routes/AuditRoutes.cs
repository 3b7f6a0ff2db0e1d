using System.Globalization;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Audit;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>What happened in the account, in pages.</summary>
internal static class AuditRoutes
{
    private const int DefaultLimit = 50;

    public static void Map(AccountRoutes routes) => routes.Read("listAuditEvents", List);

    private static Reply List(AccountCall call)
    {
        int limit = call.WholeQuery("limit", DefaultLimit);
        (IReadOnlyList<AuditEvent> items, string? next) = call.Account.Audit.Page(Wanted(call.Call), call.Call.Query("cursor"), limit);
        return Reply.Json(200, new JsonObject
        {
            ["items"] = new JsonArray([.. items.Select(static item => (JsonNode?)View(item))]),
            ["next_cursor"] = next,
        });
    }

    private static Func<AuditEvent, bool> Wanted(Call call)
    {
        string? group = call.Query("event_group");
        string? type = call.Query("event_type");
        string? status = call.Query("status");
        string? vm = call.Query("vm_id");
        string? session = call.Query("session_id");
        string? user = call.Query("user_id");
        return one => (group is null || one.Group == group)
            && (type is null || one.Type == type)
            && (status is null || one.Status == status)
            && (vm is null || one.VmId == vm)
            && (session is null || one.SessionId == session)
            && (user is null || one.UserId.ToString(CultureInfo.InvariantCulture) == user);
    }

    private static JsonObject View(AuditEvent one) => new()
    {
        ["id"] = one.Id,
        ["created_at"] = Times.Text(one.CreatedAt),
        ["user_id"] = one.UserId,
        ["actor_type"] = one.HttpMethod is null ? "system" : "user",
        ["actor_id"] = one.ActorId,
        ["source"] = one.HttpMethod is null ? "worker" : "api",
        ["event_group"] = one.Group,
        ["event_type"] = one.Type,
        ["status"] = one.Status,
        ["resource_type"] = one.ResourceType,
        ["resource_id"] = one.ResourceId,
        ["session_id"] = one.SessionId,
        ["vm_id"] = one.VmId,
        ["task_id"] = null,
        ["request_id"] = one.RequestId,
        ["correlation_id"] = one.RequestId,
        ["http_method"] = one.HttpMethod,
    };
}
