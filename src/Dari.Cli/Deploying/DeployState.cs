using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Cli.Deploying;

/// <summary>
/// What deploys leave in the folder <c>.dari</c> of an agent: which agent it became at which API, and the snapshot of a
/// deploy that is under way.
/// </summary>
internal sealed class DeployState(string agentFolder)
{
    private readonly string _folder = Path.Combine(agentFolder, ".dari");

    private string AgentsFile => Path.Combine(_folder, "deploy-state.json");

    private string PendingFile => Path.Combine(_folder, "deploy-pending.json");

    /// <summary>The agent that the folder became at an API; null when it was not deployed there.</summary>
    public string? FindAgent(Uri api) => Text(Read(AgentsFile)?["agents"] as JsonObject, Key(api));

    /// <summary>Notes the agent.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void SaveAgent(Uri api, string agentId)
    {
        JsonObject agents = Read(AgentsFile)?["agents"] as JsonObject is { } known ? known.DeepClone().AsObject() : [];
        agents[Key(api)] = agentId;
        Write(AgentsFile, new JsonObject { ["version"] = 1, ["agents"] = agents });
    }

    /// <summary>The snapshot of a deploy at an API that was killed; null when there is none.</summary>
    public PendingSnapshot? FindPending(Uri api)
    {
        JsonObject? pending = Read(PendingFile);
        return pending is not null && Text(pending, "api_url") == Key(api) && Text(pending, "source_snapshot_id") is { } id
            ? new PendingSnapshot(id, Text(pending, "stage") == "publishing")
            : null;
    }

    /// <summary>Notes a snapshot, so that a deploy that is killed can be cleaned up after by the next one.</summary>
    /// <returns>False when it cannot be written; a deploy goes on without.</returns>
    public bool TrySavePending(Uri api, PendingSnapshot snapshot)
    {
        try
        {
            Write(PendingFile, new JsonObject
            {
                ["version"] = 1,
                ["api_url"] = Key(api),
                ["source_snapshot_id"] = snapshot.Id,
                ["stage"] = snapshot.IsPublishing ? "publishing" : "reserved",
            });
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void ClearPending()
    {
        if (File.Exists(PendingFile))
        {
            File.Delete(PendingFile);
        }
    }

    private static string Key(Uri api) => api.AbsoluteUri.TrimEnd('/');

    private static string? Text(JsonObject? holder, string name) =>
        holder?[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    /// <summary>Reads a file; one that is broken counts as none, since everything in it can be found out again.</summary>
    private static JsonObject? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private void Write(string path, JsonObject content)
    {
        Directory.CreateDirectory(_folder);
        string ignore = Path.Combine(_folder, ".gitignore");
        if (!File.Exists(ignore))
        {
            // Else what stands here would be in the next archive.
            File.WriteAllText(ignore, "*\n");
        }

        string partial = path + $".{Environment.ProcessId}.part";
        try
        {
            File.WriteAllText(partial, content.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
