using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Machines;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Sessions and what is known about their machines.</summary>
internal static class SessionRoutes
{
    private const int DefaultLimit = 100;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static void Map(AccountRoutes routes)
    {
        SnapshotWorld world = routes.World;
        ServiceContext context = world.Context;
        routes.Change("createSession", "session.create", call => Create(call, world));
        routes.Read("getSessionStatus", call => Status(call, context.Now));
        routes.Read("getSessionAppUrl", call => AppUrl(call, context));
        routes.Read("listSandboxes", call => Sandboxes(call, context.Now));
        routes.Read("getSession", static call => Get(call));
    }

    private static Reply Create(AccountCall call, SnapshotWorld world)
    {
        VmSpec spec = VmSpec.ReadSession(call.Body);
        Session session = call.About("session", call.Account.Sessions.Add(new Session(spec, world.Context.Now)));
        call.SessionId = session.Id;
        if (spec.Env.Count > 0)
        {
            call.VmId = world.Machines.Boot(call.Account, session).Id;
        }

        return Reply.Json(200, new JsonObject
        {
            ["session_id"] = session.Id,
            ["vm_id"] = session.Vm?.Id,
            ["created_at"] = ServiceTimes.Plain(session.CreatedAt),
        });
    }

    private static Reply Get(AccountCall call)
    {
        Session session = call.FromPath(call.Account.Sessions, "session_id");
        return Reply.Json(200, new JsonObject
        {
            ["session_id"] = session.Id,
            ["vm_id"] = session.Vm?.Id,
            ["metadata"] = session.Spec.Metadata.DeepClone(),
            ["created_at"] = ServiceTimes.Plain(session.CreatedAt),
        });
    }

    private static Reply Status(AccountCall call, DateTimeOffset now)
    {
        string id = call.Call.Path("session_id");
        Session? session = call.Account.Sessions.TryFind(id);
        Vm? vm = session?.Vm;
        var view = new JsonObject
        {
            ["session_id"] = id,
            ["exists"] = session is not null,
            ["vm_assigned"] = vm is not null,
            ["vm_alive"] = vm is { IsAlive: true },
            ["vm_status"] = vm?.Status(now),
            ["vm_id"] = vm?.Id,
            ["uptime_seconds"] = vm is null ? null : ((vm.EndedAt ?? now) - vm.StartedAt).TotalSeconds,
            ["expires_in_seconds"] = vm?.Left(now).TotalSeconds,
        };
        if (session is not null)
        {
            view["created_at"] = ServiceTimes.Plain(session.CreatedAt);
        }

        return Reply.Json(200, view);
    }

    private static Reply AppUrl(AccountCall call, ServiceContext context)
    {
        Session session = call.FromPath(call.Account.Sessions, "session_id");
        Vm vm = session.Vm ?? throw SnapshotFault.NotFound("The session has no machine yet.");
        int port = call.WholeQuery("port", 80);
        bool isActive = vm.IsAlive;
        return Reply.Json(200, new JsonObject
        {
            ["url"] = new Uri(context.Url, $"/v1/app/{session.Id}/{port}/").ToString(),
            // Names below localhost never leave the machine.
            ["direct_url"] = $"https://{vm.Id}-{port}.sandbox.localhost/",
            ["vm_ip"] = "127.0.0.1",
            ["port"] = port,
            ["vm_id"] = vm.Id,
            ["session_id"] = session.Id,
            ["status"] = isActive ? Vm.Active : Vm.Killed,
            ["expires_in_seconds"] = (long)vm.Left(context.Now).TotalSeconds,
        });
    }

    private static Reply Sandboxes(AccountCall call, DateTimeOffset now)
    {
        int limit = call.WholeQuery("limit", DefaultLimit);
        JsonObject tags = Tags(call.Call.Query("metadata"));
        return Reply.Json(200, new JsonArray(
        [
            .. call.Account.Vms.All
                .Where(vm => tags.All(tag => JsonNode.DeepEquals(vm.Spec.Metadata[tag.Key], tag.Value)))
                .Take(limit)
                .Select(vm => (JsonNode?)View(vm, now)),
        ]));
    }

    private static JsonObject Tags(string? text)
    {
        try
        {
            return text is null
                ? []
                : JsonNode.Parse(text, documentOptions: Strict) as JsonObject
                    ?? throw SnapshotFault.Wrong("dict_type", "Input should be a valid dictionary", "metadata", "query");
        }
        catch (JsonException)
        {
            throw SnapshotFault.Wrong("json_invalid", "JSON decode error", "metadata", "query");
        }
    }

    private static JsonObject View(Vm vm, DateTimeOffset now) => new()
    {
        ["sandbox_id"] = vm.Id,
        ["template_id"] = vm.SnapshotId,
        ["name"] = vm.Id,
        ["metadata"] = vm.Spec.Metadata.DeepClone(),
        ["status"] = vm.Status(now),
        ["started_at"] = ServiceTimes.Plain(vm.StartedAt),
        ["end_at"] = ServiceTimes.Plain(vm.EndedAt ?? vm.ExpiresAt),
    };
}
