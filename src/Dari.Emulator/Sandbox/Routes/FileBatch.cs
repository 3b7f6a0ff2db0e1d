using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Machines;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Several files in one form; each succeeds or fails by itself.</summary>
internal static class FileBatch
{
    /// <summary>Writes the files of a form where its manifest says.</summary>
    /// <exception cref="ServiceFault">422: no manifest that can be read.</exception>
    public static async Task<Reply> WriteAsync(Machine machine, Call call, long limit)
    {
        var manifest = await ReadManifestAsync(call);
        var results = new JsonArray();
        foreach (var entry in manifest.Files)
        {
            results.Add(await WriteAsync(machine, call, entry, manifest.User, limit));
        }

        return Reply.Json(200, new JsonObject { ["results"] = results });
    }

    private static async Task<JsonNode> WriteAsync(Machine machine, Call call, BatchEntry entry, string? user, long limit)
    {
        try
        {
            await using var bytes = Open(call, entry.Field);
            var info = await machine.Files.WriteAsync(
                machine.Absolute(entry.Path, user), FileRoutes.Owner(user), bytes, limit, call.Ended);
            return SandboxJson.Node(new { Status = "success", info.Path, Info = info });
        }
        catch (ServiceFault)
        {
            return SandboxJson.Node(new { Status = "error", entry.Path });
        }
    }

    // Parts without a file name come as plain values.
    private static Stream Open(Call call, string field) =>
        call.Form.Files[field]?.OpenReadStream()
        ?? (call.Form.TryGetValue(field, out var text)
            ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.ToString()))
            : throw SandboxFault.Invalid("The form has no such part."));

    private static async Task<BatchManifest> ReadManifestAsync(Call call)
    {
        try
        {
            await using var text = Open(call, "manifest");
            return await JsonNode.ParseAsync(text, cancellationToken: call.Ended) is JsonObject manifest
                ? SandboxJson.Read<BatchManifest>(manifest) is { Files: not null } read
                    ? read
                    : throw SandboxFault.Fields("The manifest names no files.")
                : throw SandboxFault.Fields("The manifest is no JSON object.");
        }
        catch (JsonException)
        {
            throw SandboxFault.Fields("The manifest is no JSON.");
        }
    }
}
