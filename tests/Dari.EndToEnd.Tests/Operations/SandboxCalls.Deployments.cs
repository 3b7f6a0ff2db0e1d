using Dari.Json;
using Dari.Sandboxes;
using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.SandboxWorld, Dari.Sandboxes.SandboxClient>;

namespace Dari.EndToEnd.Tests.Operations;

internal static partial class SandboxCalls
{
    private static IEnumerable<Call> Pools() =>
    [
        new("startTemplateBuild", world => Ready(client => client.Templates.StartBuildAsync(new StartTemplateBuildRequest { Name = world.Name }))),
        new("streamTemplateBuildLogs", async world =>
        {
            string build = (await world.Client.Templates.StartBuildAsync(new StartTemplateBuildRequest { Name = world.Name })).BuildId;
            return async client =>
            {
                BuildLogKind last = default;
                await foreach (TemplateBuildLogEntry entry in client.Templates.StreamBuildLogsAsync(build, new StreamTemplateBuildLogsQuery { Follow = true }))
                {
                    last = entry.Kind;
                }

                Assert.Equal(BuildLogKind.End, last);
            };
        }),
        new("createWarmPool", world => Ready(client => client.WarmPools.CreateAsync(
            new CreateWarmPoolRequest { Name = world.Name, TemplateRef = "base", CheckoutPolicy = WarmPoolMode.Prefer }))),
        OfPool("listWarmPools", id => async client => Assert.Contains(await client.WarmPools.ListAsync(), pool => pool.Id == id)),
        OfPool("getWarmPool", id => client => client.WarmPools.GetAsync(id)),
        OfPool("updateWarmPool", id => async client =>
            Assert.Equal(3, (await client.WarmPools.UpdateAsync(id, new UpdateWarmPoolRequest { MaxReady = 3 })).MaxReady)),
        OfPool("deleteWarmPool", id => client => client.WarmPools.DeleteAsync(id)),
        OfPool("getWarmPoolStatus", id => client => client.WarmPools.GetStatusAsync(id)),
        OfPool("enableWarmPool", id => client => client.WarmPools.EnableAsync(id)),
        OfPool("disableWarmPool", id => client => client.WarmPools.DisableAsync(id)),
        OfPool("drainWarmPool", id => client => client.WarmPools.DrainAsync(id)),
        OfPool("reconcileWarmPool", id => client => client.WarmPools.ReconcileAsync(id)),
    ];

    private static IEnumerable<Call> Deployments() =>
    [
        new("createAgentDeployment", world => Ready(client => client.AgentDeployments.CreateAsync(
            new CreateAgentDeploymentRequest { Name = world.Name, Mode = AgentMode.Job, Description = "nightly" }))),
        OfDeployment("listAgentDeployments", AgentMode.Job, _ => async client => Assert.Single((await client.AgentDeployments.ListAsync(1)).Items)),
        OfDeployment("getAgentDeployment", AgentMode.Job, id => async client =>
            Assert.Equal(AgentDeploymentStatus.Active, (await client.AgentDeployments.GetAsync(id)).Status)),
        OfDeployment("deleteAgentDeployment", AgentMode.Job, id => client => client.AgentDeployments.DeleteAsync(id)),
        OfDeployment("createAgentDeploymentVersion", AgentMode.Job, id => client => client.AgentDeployments.CreateVersionAsync(
            id, new CreateAgentVersionRequest { CachePolicy = AgentCachePolicy.Auto, Config = new AgentConfig { Entrypoint = "echo hello" } })),
        new("uploadAgentDeploymentBundle", async world =>
        {
            (string deployment, string version) = await world.Version(AgentMode.Job);
            byte[] bundle = world.Bundle();
            return async client => Assert.Equal(AgentVersionStatus.Ready, (await client.AgentDeployments.UploadBundleAsync(
                deployment, version, new MemoryStream(bundle), "sha256:" + SandboxWorld.Sha256(bundle))).Status);
        }),
        OfDeployed("createAgentDeploymentRun", AgentMode.Job, (_, id) => client => client.AgentDeployments.CreateRunAsync(
            id, new CreateAgentRunRequest { Input = AnyJson.From("go") })),
        OfRun("getAgentDeploymentRun", (id, run) => async client => Assert.Equal(run, (await client.AgentDeployments.GetRunAsync(id, run)).Id)),
        OfRun("getAgentDeploymentRunOutputs", (id, run) => client => client.AgentDeployments.GetRunOutputsAsync(id, run)),
        OfDeployed("createAgentDeploymentService", AgentMode.Service, (_, id) => client => client.AgentDeployments.CreateServiceAsync(id, new CreateAgentServiceRequest())),
        OfService("listAgentDeploymentServices", (id, service) => async client =>
            Assert.Equal(service, Assert.Single((await client.AgentDeployments.ListServicesAsync(id)).Items).Id)),
        OfService("getAgentDeploymentService", (id, service) => client => client.AgentDeployments.GetServiceAsync(id, service)),
        OfService("stopAgentDeploymentService", (id, service) => client => client.AgentDeployments.StopServiceAsync(id, service)),
    ];

    private static IEnumerable<Call> Keys() =>
    [
        new("createApiKey", world => Ready(client => client.ApiKeys.CreateAsync(new CreateApiKeyRequest { Name = world.Name }))),
        OfKey("listApiKeys", id => async client => Assert.Contains(await client.ApiKeys.ListAsync(), key => key.Id == id)),
        OfKey("rotateApiKey", id => client => client.ApiKeys.RotateAsync(id)),
        OfKey("revokeApiKey", id => client => client.ApiKeys.RevokeAsync(id)),
    ];

    private static Call OfPool(string operationId, Func<string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world => call(await world.WarmPool()));

    private static Call OfDeployment(string operationId, AgentMode mode, Func<string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world => call(await world.Deployment(mode)));

    private static Call OfDeployed(string operationId, AgentMode mode, Func<SandboxWorld, string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world => call(world, await world.Deployed(mode)));

    private static Call OfRun(string operationId, Func<string, string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world =>
        {
            string deployment = await world.Deployed(AgentMode.Job);
            AgentRun run = await world.Client.AgentDeployments.CreateRunAsync(deployment, new CreateAgentRunRequest());
            return call(deployment, run.Id);
        });

    private static Call OfService(string operationId, Func<string, string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world =>
        {
            string deployment = await world.Deployed(AgentMode.Service);
            AgentService service = await world.Client.AgentDeployments.CreateServiceAsync(deployment, new CreateAgentServiceRequest());
            return call(deployment, service.Id);
        });

    private static Call OfKey(string operationId, Func<string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world => call((await world.Client.ApiKeys.CreateAsync(new CreateApiKeyRequest { Name = world.Name })).Id!));
}
