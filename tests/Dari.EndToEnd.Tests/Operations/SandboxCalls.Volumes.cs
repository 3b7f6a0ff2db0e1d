using Dari.Sandboxes;
using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.SandboxWorld, Dari.Sandboxes.SandboxClient>;

namespace Dari.EndToEnd.Tests.Operations;

internal static partial class SandboxCalls
{
    private static IEnumerable<Call> Previews() =>
    [
        OfSandbox("getPreviewHost", id => client => client.Previews.GetHostAsync(id, new PreviewHostRequest { Port = 8080 })),
        OfSandbox("getPreviewUrl", id => client => client.Previews.GetUrlAsync(id, 8080)),
        OfSandbox("createPreviewUrl", id => async client => Assert.Equal(
            8080, (await client.Previews.CreateUrlAsync(id, 8080, new CreatePreviewUrlRequest { ExpiresInSeconds = 60 })).Grant.Port)),
        new("listPreviewGrants", async world =>
        {
            string id = await world.Sandbox();
            await world.Client.Previews.CreateUrlAsync(id, 8080, new CreatePreviewUrlRequest());
            return async client => Assert.Single((await client.Previews.ListGrantsAsync(id, 8080)).Items);
        }),
        OfSandbox("createPreviewProxyTarget", id => client => client.Previews.CreateProxyTargetAsync(
            id, 8080, new CreatePreviewProxyTargetRequest { Transports = [PreviewTransport.Http] })),
    ];

    private static IEnumerable<Call> Volumes() =>
    [
        new("createVolume", world => Ready(client => client.Volumes.CreateAsync(new CreateVolumeRequest { Name = world.Name }))),
        OfVolume("listVolumes", (_, id) => async client => Assert.Contains(await client.Volumes.ListAsync(), volume => volume.Id == id)),
        OfVolume("getVolume", (world, id) => async client => Assert.Equal(world.Name, (await client.Volumes.GetAsync(id)).Name)),
        OfVolume("deleteVolume", (_, id) => client => client.Volumes.DeleteAsync(id)),
        OfVolume("listVolumeAttachments", (_, id) => client => client.Volumes.ListAttachmentsAsync(id)),
        new("attachVolume", async world =>
        {
            string sandbox = await world.Sandbox();
            var request = new AttachVolumeRequest { Ref = await world.Volume(), MountPath = "/data/shared" };
            return client => client.Volumes.AttachAsync(sandbox, request);
        }),
        OfAttachment("listSandboxVolumeAttachments", (sandbox, id) => async client =>
            Assert.Equal(id, Assert.Single(await client.Volumes.ListSandboxVolumeAttachmentsAsync(sandbox)).Id)),
        OfAttachment("getVolumeAttachmentHealth", (sandbox, id) => async client =>
            Assert.Equal(VolumeAttachmentState.Mounted, (await client.Volumes.GetAttachmentHealthAsync(sandbox, id)).State)),
        OfVolumeFile("readVolumeFile", (_, id) => async client =>
            Assert.Equal(SandboxWorld.Text, (await client.Volumes.ReadFileAsync(id, new ReadVolumeFileRequest { Path = "/a.txt" })).Content)),
        OfVolume("makeVolumeDirectory", (_, id) => client => client.Volumes.MakeDirectoryAsync(id, new VolumePathRequest { Path = "/x/y" })),
        OfVolumeFile("createVolumeDownloadUrl", (_, id) => client => client.Volumes.CreateDownloadUrlAsync(id, new CreateVolumeDownloadUrlRequest { Path = "/a.txt" })),
        OfVolume("createVolumeUploadUrl", (_, id) => client => client.Volumes.CreateUploadUrlAsync(id, new VolumePathRequest { Path = "/a.txt" })),
        new Call("downloadVolumeFile", async world =>
        {
            string id = await world.VolumeWithFile();
            Uri url = (await world.Client.Volumes.CreateDownloadUrlAsync(id, new CreateVolumeDownloadUrlRequest { Path = "/a.txt" })).Url;
            return async client =>
            {
                await using FileDownload download = await client.Volumes.DownloadFileAsync(id, SandboxWorld.Query(url, "grant"));
                using var reader = new StreamReader(download.Content);
                Assert.Equal(SandboxWorld.Text, await reader.ReadToEndAsync());
            };
        }) with { Fail = async world => await world.Client.Volumes.DownloadFileAsync(await world.Volume(), "forged") },
        OfGrant("uploadVolumeFile", (id, grant) => client => client.Volumes.UploadFileAsync(id, grant, SandboxWorld.Bytes("raw"))),
        OfGrant("uploadVolumeFileForm", (id, grant) => client => client.Volumes.UploadFileFormAsync(id, grant, Form())),
    ];

    private static IEnumerable<Call> VolumeUploads() =>
    [
        OfVolume("createVolumeUpload", (world, id) => client => client.VolumeUploads.CreateAsync(id, world.VolumeUploadRequest())),
        OfVolumeUpload("getVolumeUpload", (_, id, session) => client => client.VolumeUploads.GetAsync(id, session.UploadId)),
        OfVolumeUpload("abortVolumeUpload", (_, id, session) => client => client.VolumeUploads.AbortAsync(id, session.UploadId)),
        OfVolumeUpload("sendVolumeUploadPart", (world, id, session) => client => client.VolumeUploads.SendPartAsync(
            id, session.UploadId, 0, world.Part(0, session.PartSize))),
        new("completeVolumeUpload", async world =>
        {
            (string id, VolumeUploadSession session) = await world.VolumeUpload();
            for (uint part = 0; part < session.PartCount; part++)
            {
                await world.Client.VolumeUploads.SendPartAsync(id, session.UploadId, part, world.Part(part, session.PartSize));
            }

            var request = new CompleteUploadRequest { WholeChecksumSha256 = SandboxWorld.Sha256(world.Content) };
            return async client => Assert.Equal(1ul, (await client.VolumeUploads.CompleteAsync(id, session.UploadId, request)).PublishedFileCount);
        }),
    ];

    private static Call OfVolume(string operationId, Func<SandboxWorld, string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world => call(world, await world.Volume()));

    private static Call OfVolumeFile(string operationId, Func<SandboxWorld, string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world => call(world, await world.VolumeWithFile()));

    private static Call OfAttachment(string operationId, Func<string, string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world =>
        {
            (string sandbox, string attachment) = await world.Attached();
            return call(sandbox, attachment);
        });

    private static Call OfGrant(string operationId, Func<string, string, Func<SandboxClient, Task>> call) =>
        new(operationId, async world =>
        {
            string volume = await world.Volume();
            return call(volume, await world.Grant(volume));
        })
        {
            // No key is needed here, so a wrong grant is what is refused.
            Fail = async world => await call(await world.Volume(), "forged")(world.Client),
        };

    private static Call OfVolumeUpload(string operationId, Func<SandboxWorld, string, VolumeUploadSession, Func<SandboxClient, Task>> call) =>
        new(operationId, async world =>
        {
            (string volume, VolumeUploadSession session) = await world.VolumeUpload();
            return call(world, volume, session);
        });
}
