using System.Text.Json.Nodes;

namespace Dari.Cli.Deploying;

/// <summary>What was published.</summary>
internal sealed record DeployResult(string AgentId, string Name, string VersionId, Uri? AgentUrl, string SnapshotId)
{
    public required Dari.Archiving.ArchiveSummary Bundle { get; init; }

    public JsonObject ToJson() => new()
    {
        ["agent_id"] = AgentId,
        ["name"] = Name,
        ["version_id"] = VersionId,
        ["agent_url"] = AgentUrl?.ToString(),
        ["source_snapshot_id"] = SnapshotId,
        ["bundle"] = new JsonObject
        {
            ["file_count"] = Bundle.FileCount,
            ["sha256"] = Bundle.Sha256,
            ["size_bytes"] = Bundle.Size,
        },
    };
}
