using System.Security.Cryptography;
using Dari.Snapshots;
using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.SnapshotWorld, Dari.Snapshots.SnapshotClient>;

namespace Dari.EndToEnd.Tests.Operations;

internal static partial class SnapshotCalls
{
    private static IEnumerable<Call> Volumes() =>
    [
        new("createVolume", world => Ready(client => client.Volumes.CreateAsync(new VolumeCreateRequest { Name = world.Name, QuotaBytes = 1 << 20 }))),
        OfVolume("listVolumes", id => async client => Assert.Contains(await client.Volumes.ListAsync(refreshUsage: true), volume => volume.Id == id)),
        OfVolume("getVolume", id => client => client.Volumes.GetAsync(id)),
        OfVolume("updateVolume", id => async client =>
            Assert.Equal("renamed", (await client.Volumes.UpdateAsync(id, new VolumeUpdateRequest { Name = "renamed" })).Name)),
        OfVolume("deleteVolume", id => client => client.Volumes.DeleteAsync(id)),
        OfVolume("createVolumeCheckpoint", id => client => client.Volumes.CreateCheckpointAsync(id, new VolumeCheckpointRequest { Name = "one" })),
        OfCheckpoint("listVolumeCheckpoints", (id, checkpoint) => async client =>
            Assert.Equal(checkpoint, Assert.Single(await client.Volumes.ListCheckpointsAsync(id)).Id)),
        OfCheckpoint("deleteVolumeCheckpoint", (id, checkpoint) => client => client.Volumes.DeleteCheckpointAsync(id, checkpoint)),
        OfFiles("listVolumeFiles", id => client => client.Volumes.ListFilesAsync(id, new ListVolumeFilesQuery { Recursive = true })),
        OfFiles("deleteVolumeFile", id => client => client.Volumes.DeleteFileAsync(id, "notes.txt")),
        OfVolume("uploadVolumeFile", id => client => client.Volumes.UploadFileAsync(id, SnapshotWorld.VolumeFile())),
        OfFiles("downloadVolumeFile", id => async client =>
        {
            await using FileDownload download = await client.Volumes.DownloadFileAsync(id, new VolumeDownloadRequest { Path = "notes.txt" });
            using var reader = new StreamReader(download.Content);
            Assert.Equal("one fish", await reader.ReadToEndAsync());
        }),
        new("mountVolume", async world =>
        {
            string vm = await world.VmId();
            string volume = await world.Volume();
            return client => client.Volumes.MountAsync(vm, new VolumeMountRequest { VolumeId = volume, MountPath = "/data", Mode = VolumeMountMode.Ro });
        }),
        new("unmountVolume", async world =>
        {
            string vm = await world.VmId();
            string volume = await world.Volume();
            await world.Client.Volumes.MountAsync(vm, new VolumeMountRequest { VolumeId = volume, MountPath = "/data" });
            return client => client.Volumes.UnmountAsync(vm, volume, "/data");
        }),
    ];

    private static IEnumerable<Call> Accounts() =>
    [
        new("addSshKey", world => Ready(client => client.SshKeys.AddAsync(SshKey(world)))),
        new("deleteSshKey", async world =>
        {
            string id = SnapshotWorld.Id(await world.Client.SshKeys.AddAsync(SshKey(world)));
            return client => client.SshKeys.DeleteAsync(id);
        }),
        new("createApiKey", world => Ready(client => client.ApiKeys.CreateAsync(new ApiKeyRequest { Description = world.Name }))),
        OfKey("updateApiKey", id => client => client.ApiKeys.UpdateAsync(id, new ApiKeyRequest { Description = "renamed" })),
        OfKey("deleteApiKey", id => client => client.ApiKeys.DeleteAsync(id)),
        new("createWebhookEndpoint", _ => Ready(async client => Assert.Equal(Hook.Url, (await client.Webhooks.CreateEndpointAsync(Hook)).Endpoint?.Url))),
        new("deleteWebhookEndpoint", async world =>
        {
            string id = (await world.Client.Webhooks.CreateEndpointAsync(Hook)).Endpoint!.Id!;
            return client => client.Webhooks.DeleteEndpointAsync(id);
        }),
        new("listWebhookDeliveries", _ => Ready(client => client.Webhooks.ListDeliveriesAsync(limit: 5))),
        new("listAuditEvents", async world =>
        {
            await world.Vm();
            return async client => Assert.Single((await client.Audit.ListEventsAsync(new ListAuditEventsQuery { Limit = 1 })).Items!);
        }),
    ];

    private static IEnumerable<Call> Vaults() =>
    [
        OfVault("listVaults", id => async client => Assert.Contains((await client.Vaults.ListAsync()).Vaults, vault => vault.Id == id)),
        new("createVault", world => Ready(client => client.Vaults.CreateAsync(new VaultCreateRequest { Name = world.Name, Description = "keys" }))),
        OfVault("listVaultCredentials", id => async client => Assert.Empty((await client.Vaults.ListCredentialsAsync(id)).Credentials)),
        OfVault("createVaultCredential", id => async client =>
        {
            VaultCredential credential = await client.Vaults.CreateCredentialAsync(id, Secret);
            Assert.False(credential.AdditionalProperties?.ContainsKey("value") ?? false);
        }),
        new("rotateVaultCredential", async world =>
        {
            string vault = await world.Vault();
            string credential = (await world.Client.Vaults.CreateCredentialAsync(vault, Secret)).Id!;
            return client => client.Vaults.RotateCredentialAsync(vault, credential, new VaultCredentialRotateRequest { Value = "new" });
        }),
        OfVault("listVaultServices", id => client => client.Vaults.ListServicesAsync(id)),
        OfVault("createVaultService", id => async client =>
        {
            var request = new VaultServiceCreateRequest { Host = "api.example.com", AuthConfig = new VaultBearerAuth { Token = "TOKEN" } };
            Assert.IsType<VaultBearerAuth>((await client.Vaults.CreateServiceAsync(id, request)).AuthConfig);
        }),
    ];

    private static WebhookEndpointCreateRequest Hook => new() { Url = "https://hooks.example.com/instavm" };

    private static VaultCredentialCreateRequest Secret => new() { Name = "TOKEN", Value = "not to be seen" };

    /// <summary>The OpenSSH form: length and name of the algorithm, then length and bytes of the key, in base64.</summary>
    private static SshKeyAddRequest SshKey(SnapshotWorld world)
    {
        byte[] key = [0, 0, 0, 11, .. "ssh-ed25519"u8, 0, 0, 0, 32, .. RandomNumberGenerator.GetBytes(32)];
        return new SshKeyAddRequest { PublicKey = $"ssh-ed25519 {Convert.ToBase64String(key)} {world.Name}" };
    }

    private static Call OfVolume(string operationId, Func<string, Func<SnapshotClient, Task>> call) =>
        new(operationId, async world => call(await world.Volume()));

    private static Call OfFiles(string operationId, Func<string, Func<SnapshotClient, Task>> call) =>
        new(operationId, async world => call(await world.VolumeWithFile()));

    private static Call OfCheckpoint(string operationId, Func<string, string, Func<SnapshotClient, Task>> call) =>
        new(operationId, async world =>
        {
            string volume = await world.Volume();
            return call(volume, (await world.Client.Volumes.CreateCheckpointAsync(volume, new VolumeCheckpointRequest())).Id);
        });

    private static Call OfKey(string operationId, Func<string, Func<SnapshotClient, Task>> call) =>
        new(operationId, async world => call(SnapshotWorld.Id(await world.Client.ApiKeys.CreateAsync(new ApiKeyRequest { Description = world.Name }))));

    private static Call OfVault(string operationId, Func<string, Func<SnapshotClient, Task>> call) =>
        new(operationId, async world => call(await world.Vault()));
}
