using System.Text.Json.Nodes;
using Dari.Cli.Output;

namespace Dari.Cli.Deploying;

/// <summary>What a deploy would do: the archive and the calls, without the network and without a key.</summary>
internal sealed record DeployPlan(Dari.Archiving.ArchiveSummary Bundle, JsonObject Metadata, string? Agent)
{
    public JsonObject ToJson() => new()
    {
        ["bundle"] = new JsonObject
        {
            ["file_count"] = Bundle.FileCount,
            ["sha256"] = Bundle.Sha256,
            ["size_bytes"] = Bundle.Size,
            ["metadata"] = Metadata.DeepClone(),
        },
        ["steps"] = new JsonArray([.. Steps().Select(static step => step.ToJson())]),
    };

    public string ToText() => string.Join('\n',
    [
        $"{Bundle.FileCount} files, {Sizes.Text(Bundle.Size)}, SHA-256 {Bundle.Sha256}",
        .. Steps().Select(static (step, index) => $"{index + 1}. {step.Action}: {step.Method} {step.Endpoint}"),
    ]);

    private IEnumerable<Step> Steps()
    {
        const string Snapshot = "/v1/source-snapshots/{source_snapshot_id}";
        var published = new JsonObject { ["source_snapshot_id"] = "{source_snapshot_id}" };
        yield return new Step("reserve_source_snapshot", "POST", "/v1/source-snapshots", new JsonObject
        {
            ["format"] = "tar.gz",
            ["sha256"] = Bundle.Sha256,
            ["size_bytes"] = Bundle.Size,
            ["metadata"] = Metadata.DeepClone(),
        });
        yield return new Step("upload_source_bundle", "PUT", "{upload_url}");
        yield return new Step("finalize_source_snapshot", "POST", $"{Snapshot}/finalize");
        yield return new Step("validate_source_snapshot_manifest", "GET", $"{Snapshot}/manifest");
        yield return Agent is null
            ? new Step("create_or_version_agent_by_name", "POST", "/v1/agents", published)
            : new Step("publish_agent_version", "POST", AgentTarget.IsId(Agent) ? $"/v1/agents/{Agent}/versions" : "/v1/agents/{agent_id}/versions", published);
    }

    private sealed record Step(string Action, string Method, string Endpoint, JsonObject? Payload = null)
    {
        public JsonObject ToJson()
        {
            var json = new JsonObject { ["action"] = Action, ["method"] = Method, ["endpoint"] = Endpoint };
            if (Payload is not null)
            {
                json["payload"] = Payload.DeepClone();
            }

            return json;
        }
    }
}
