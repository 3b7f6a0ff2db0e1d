using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Machines;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Sandboxes: create, find, pause, resume, fork and destroy.</summary>
internal static class MachineRoutes
{
    private const int LongestPage = 100;
    private static readonly string[] Required = ["id", "status", "config", "template", "created_at"];
    private static readonly string[] PageParameters = ["state", "limit", "next_token", "template", "metadata", "fields"];

    public static void Map(SandboxRoutes routes)
    {
        routes.Map("createSandbox", (call, account) => account.Idempotency.RunAsync(call, () =>
        {
            var machine = account.Machines.Create(SandboxJson.Read<CreateMachineRequest>(call));
            return machine.View() with { TrafficAccessToken = machine.TrafficToken };
        }));
        routes.Map("listSandboxes", List);
        routes.Map("getSandbox", (call, account) =>
            Reply.Json(200, Masked(account.Machines.Find(call.Path("id")), Texts(call, "fields"))));
        routes.Map("destroySandbox", (call, account) =>
        {
            account.Machines.Destroy(call.Path("id"));
            return Reply.Empty();
        });
        routes.Map("hibernateSandbox", (call, account) =>
            SandboxJson.Reply(new { SnapshotId = account.Machines.Hibernate(call.Path("id")).Id }));
        routes.Map("resumeSandbox", (call, account) =>
            SandboxJson.Reply(account.Machines.Resume(call.Path("snapshot_id")).View()));
        routes.Map("forkSandbox", (call, account) => account.Idempotency.RunAsync(
            call, () => account.Machines.Fork(call.Path("id")).View()));
        routes.Map("setSandboxTimeout", SetTimeout);
    }

    private static Reply List(Call call, SandboxAccount account)
    {
        var states = Texts(call, "state");
        var template = call.Query("template");
        var metadata = SandboxJson.ParseObject(call.Query("metadata"), "metadata filter");
        var fields = Texts(call, "fields");
        var limit = call.Query("limit") is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : LongestPage;
        var all = account.Machines.All();
        if (!PageParameters.Any(call.Http.Request.Query.ContainsKey))
        {
            return Reply.Json(200, Array(all.Where(IsListed), fields));
        }

        var page = CursorPage<Machine>.Cut(all, machine => machine.Id, IsListed, limit, call.Query("next_token"));
        return Reply.Json(200, new JsonObject { ["items"] = Array(page.Items, fields), ["next_token"] = page.Next });

        bool IsListed(Machine machine) =>
            (states.Count == 0 ? machine.Status != MachineStatus.Destroyed : states.Contains(machine.Status))
            && (template is null || machine.Spec.Template == template)
            && SandboxJson.HasAll(machine.Spec.Metadata, metadata);
    }

    private static Reply SetTimeout(Call call, SandboxAccount account)
    {
        var request = SandboxJson.Read<TimeoutRequest>(call);
        var machine = account.Machines.Awake(call.Path("id"));
        var action = request.TimeoutAction ?? machine.Spec.TimeoutAction;
        if (machine.Spec.AutoResume && action != "hibernate")
        {
            throw SandboxFault.Conflict("A sandbox that resumes by itself cannot be destroyed by its timeout.");
        }

        if (request.TimeoutMs < 1)
        {
            throw SandboxFault.Fields("The lifetime is at least one millisecond.");
        }

        machine.SetTimeout(request.TimeoutMs, action);
        return Reply.Empty();
    }

    private static JsonArray Array(IEnumerable<Machine> machines, IReadOnlyList<string> fields) =>
        new([.. machines.Select(machine => Masked(machine, fields))]);

    // The members that every reader relies on stay, whatever the mask says.
    private static JsonNode Masked(Machine machine, IReadOnlyList<string> fields)
    {
        var view = SandboxJson.Node(machine.View()).AsObject();
        if (fields.Count > 0)
        {
            foreach (var name in view.Select(pair => pair.Key).Except(fields).Except(Required).ToArray())
            {
                view.Remove(name);
            }
        }

        return view;
    }

    private static IReadOnlyList<string> Texts(Call call, string name) =>
        [.. call.QueryAll(name).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries))];

    private sealed record TimeoutRequest(long TimeoutMs, string? TimeoutAction = null);
}
