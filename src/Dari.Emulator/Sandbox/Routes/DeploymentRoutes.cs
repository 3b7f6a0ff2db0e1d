using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Deployments;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Agent deployments and their versions.</summary>
internal static class DeploymentRoutes
{
    private const string BundleDigest = "X-Nullspace-Bundle-Digest";

    public static void Map(SandboxRoutes routes)
    {
        routes.Map("createAgentDeployment", (call, account) => account.Idempotency.RunAsync(
            call, () => account.Deployments.Create(SandboxJson.Read<DeploymentRequest>(call)).View()));
        routes.Map("listAgentDeployments", List);
        routes.Map("getAgentDeployment", (call, account) =>
            Reply.Json(200, account.Deployments.Find(call.Path("deployment_id")).View()));
        routes.Map("deleteAgentDeployment", (call, account) =>
        {
            account.Deployments.Delete(call.Path("deployment_id"));
            return Reply.Empty();
        });
        routes.Map("createAgentDeploymentVersion", (call, account) => account.Idempotency.RunAsync(
            call,
            () => account.Deployments.AddVersion(call.Path("deployment_id"), SandboxJson.Read<VersionRequest>(call)).View()));
        routes.Map("uploadAgentDeploymentBundle", (call, account) => UploadAsync(
            call, account, routes.World.Settings.Options.UploadMaxBytes));
    }

    /// <summary>Limit and cursor of a list.</summary>
    public static (int Limit, string? Cursor) Page(Call call) => (
        call.Query("limit") is { } limit ? int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture) : 50,
        call.Query("cursor"));

    private static Reply List(Call call, SandboxAccount account)
    {
        var (limit, cursor) = Page(call);
        var page = CursorPage<Deployment>.Cut(
            account.Deployments.All, deployment => deployment.Id, deployment => !deployment.IsDeleted, limit, cursor);
        return Reply.Json(200, new JsonObject
        {
            ["items"] = new JsonArray([.. page.Items.Select(deployment => deployment.View())]),
            ["next_cursor"] = page.Next,
        });
    }

    private static async Task<Reply> UploadAsync(Call call, SandboxAccount account, long limit)
    {
        var archive = account.Deployments.NewBundleFile();
        try
        {
            var digest = await SaveAsync(call, archive, limit);
            if (call.Header(BundleDigest) is { } announced && AgentVersion.Full(announced) != digest)
            {
                throw SandboxFault.Fields("The bundle does not have the digest it was sent with.", "checksum_mismatch");
            }

            return await account.Idempotency.RunAsync(call, JsonValue.Create(digest), () => Task.FromResult(
                account.Deployments.TakeBundle(call.Path("deployment_id"), call.Path("version_id"), archive, digest).View()));
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static async Task<string> SaveAsync(Call call, string place, long limit)
    {
        await using var file = new FileStream(place, FileMode.CreateNew, FileAccess.Write);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[1 << 16];
        for (int read; (read = await call.Bytes.ReadAsync(chunk, call.Ended)) > 0;)
        {
            if (file.Position + read > limit)
            {
                throw SandboxFault.TooLarge($"A bundle has at most {limit} bytes.");
            }

            digest.AppendData(chunk, 0, read);
            await file.WriteAsync(chunk.AsMemory(0, read), call.Ended);
        }

        return "sha256:" + Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
