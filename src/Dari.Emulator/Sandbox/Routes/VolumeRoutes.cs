using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Volumes;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Volumes and where they are mounted.</summary>
internal static class VolumeRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        routes.Map("createVolume", (call, account) =>
            View(routes, account, account.Volumes.Create(SandboxJson.Read<VolumeRequest>(call).Name)));
        routes.Map("listVolumes", (call, account) =>
            SandboxJson.Reply(account.Volumes.All.Select(volume => Viewed(routes, account, volume)).ToArray()));
        routes.Map("getVolume", (call, account) => View(routes, account, account.Volumes.Find(call.Path("id"))));
        routes.Map("deleteVolume", (call, account) =>
        {
            var volume = account.Volumes.Find(call.Path("id"));
            if (Mounts(account, volume) > 0)
            {
                throw SandboxFault.Conflict("The volume is attached to a sandbox.", "volume_busy");
            }

            account.Volumes.Remove(volume);
            return Reply.Empty();
        });
        routes.Map("listVolumeAttachments", (call, account) =>
        {
            var id = account.Volumes.Find(call.Path("id")).Id;
            return SandboxJson.Reply(account.Attachments.List(attachment => attachment.VolumeId == id));
        });
        routes.Map("attachVolume", (call, account) => SandboxJson.Reply(account.Attachments.Attach(
            FileRoutes.Awake(call, account), SandboxJson.Read<AttachRequest>(call))));
        routes.Map("listSandboxVolumeAttachments", (call, account) =>
        {
            var id = account.Machines.Find(call.Path("id")).Id;
            return SandboxJson.Reply(account.Attachments.List(attachment => attachment.SandboxId == id));
        });
        routes.Map("getVolumeAttachmentHealth", (call, account) => SandboxJson.Reply(
            account.Attachments.Refresh(account.Machines.Find(call.Path("id")).Id, call.Path("attachment_id"))));
    }

    private static Reply View(SandboxRoutes routes, SandboxAccount account, Volume volume) =>
        SandboxJson.Reply(Viewed(routes, account, volume));

    private static Volume.VolumeView Viewed(SandboxRoutes routes, SandboxAccount account, Volume volume) =>
        volume.View(Mounts(account, volume), routes.World.Settings.Clock.GetUtcNow());

    private static int Mounts(SandboxAccount account, Volume volume) =>
        account.Attachments.List(attachment => attachment.VolumeId == volume.Id && attachment.IsActive).Count;

    private sealed record VolumeRequest(string Name);
}
