using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Deployments;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Runs and services of agents.</summary>
internal static class AgentRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        routes.Map("createAgentDeploymentRun", (call, account) => account.Idempotency.RunAsync(
            call,
            () => account.Deployments
                .StartRun(call.Path("deployment_id"), SandboxJson.Read<RunRequest>(call), Key(call))
                .View()));
        routes.Map("getAgentDeploymentRun", (call, account) =>
            Reply.Json(200, Deployment(call, account).Run(call.Path("run_id")).View()));
        routes.Map("getAgentDeploymentRunOutputs", (call, account) =>
            Reply.Json(200, Deployment(call, account).Run(call.Path("run_id")).Outputs()));
        routes.Map("createAgentDeploymentService", (call, account) => account.Idempotency.RunAsync(
            call,
            () => account.Deployments
                .StartService(call.Path("deployment_id"), SandboxJson.Read<ServiceRequest>(call), Key(call))
                .View()));
        routes.Map("listAgentDeploymentServices", List);
        routes.Map("getAgentDeploymentService", (call, account) =>
            Reply.Json(200, Deployment(call, account).Service(call.Path("service_id")).View()));
        routes.Map("stopAgentDeploymentService", (call, account) =>
        {
            var service = Deployment(call, account).Service(call.Path("service_id"));
            service.Stop();
            return Reply.Json(200, service.View());
        });
    }

    private static Reply List(Call call, SandboxAccount account)
    {
        var (limit, cursor) = DeploymentRoutes.Page(call);
        var (status, version) = (call.Query("status"), call.Query("version_id"));
        var page = CursorPage<AgentService>.Cut(
            Deployment(call, account).Services,
            service => service.Id,
            service => (status is null || service.Status == status) && (version is null || service.VersionId == version),
            limit,
            cursor);
        return Reply.Json(200, new JsonObject
        {
            ["items"] = new JsonArray([.. page.Items.Select(service => service.View())]),
            ["next_cursor"] = page.Next,
        });
    }

    private static Deployment Deployment(Call call, SandboxAccount account) =>
        account.Deployments.Find(call.Path("deployment_id"));

    private static string Key(Call call) => call.Header("Idempotency-Key") ?? "";
}
