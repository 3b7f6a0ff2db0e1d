using System.Globalization;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Uploads;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Resumable uploads, into sandboxes and into volumes.</summary>
internal static class UploadRoutes
{
    private const string PartDigest = "X-Nullspace-Part-Sha256";

    public static void Map(SandboxRoutes routes)
    {
        Map(
            routes,
            "",
            static (call, account) => account.Machines.Awake(call.Path("id")).Uploads,
            static (call, account) => account.Machines.Living(call.Path("id")).Uploads);
        Map(
            routes,
            "Volume",
            static (call, account) => account.Volumes.Find(call.Path("id")).Uploads,
            static (call, account) => account.Volumes.Find(call.Path("id")).Uploads);
    }

    /// <param name="routes">The routes.</param>
    /// <param name="kind">What stands before <c>Upload</c> in the names of the operations.</param>
    /// <param name="writing">The uploads of a call that changes one.</param>
    /// <param name="reading">The uploads of a call that looks at one, or gives one up.</param>
    private static void Map(
        SandboxRoutes routes,
        string kind,
        Func<Call, SandboxAccount, UploadDesk> writing,
        Func<Call, SandboxAccount, UploadDesk> reading)
    {
        routes.Map($"create{kind}Upload", (call, account) => account.Idempotency.RunAsync(call, () =>
            new UploadCreated(writing(call, account).Create(SandboxJson.Read<UploadRequest>(call)).View())));
        routes.Map($"get{kind}Upload", (call, account) =>
            SandboxJson.Reply(reading(call, account).Get(call.Path("upload_id")).View()));
        routes.Map($"abort{kind}Upload", (call, account) =>
        {
            reading(call, account).Get(call.Path("upload_id")).Abort();
            return Reply.Empty();
        });
        routes.Map($"send{kind}UploadPart", async (call, account) => SandboxJson.Reply(
            await writing(call, account).SendPartAsync(
                call.Path("upload_id"),
                Number(call),
                call.Bytes,
                call.Http.Request.ContentLength,
                call.Header(PartDigest),
                call.Ended)));
        routes.Map($"complete{kind}Upload", (call, account) => account.Idempotency.RunAsync(call, async () =>
            SandboxJson.Node(await writing(call, account).CompleteAsync(
                call.Path("upload_id"), SandboxJson.Read<CompleteUploadRequest>(call), call.Ended))));
    }

    private static int Number(Call call) =>
        int.TryParse(call.Path("part_number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw SandboxFault.Invalid("The part has no valid number.");
}
