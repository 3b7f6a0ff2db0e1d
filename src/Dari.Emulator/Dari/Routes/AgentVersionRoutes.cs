using System.Text.Json.Nodes;
using Dari.Emulator.Dari.Manifests;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Publishes and shows versions, and the files they were built from.</summary>
internal sealed class AgentVersionRoutes(DariParts parts)
{
    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes)
    {
        routes.Map("publishAgentVersion", Publish);
        routes.Map("listAgentVersions", List);
        routes.Map("getAgentVersion", Get);
        routes.Map("listAgentVersionFiles", ListFiles);
        routes.Map("getAgentVersionFile", GetFile);
    }

    private Reply Publish(Call call)
    {
        AgentVersion version = parts.Publisher.Publish(
            call.Path("agent_id"), call.Body["source_snapshot_id"]!.GetValue<string>(), call.Caller);
        return Reply.Json(201, new JsonObject
        {
            ["agent_id"] = version.AgentId,
            ["version_id"] = version.Id,
            ["agent_url"] = new Uri(parts.Context.Url, $"/v1/agents/{version.AgentId}").ToString(),
        });
    }

    private Reply List(Call call)
    {
        lock (_state.Gate)
        {
            Agent agent = _state.Agents.Find(call.Path("agent_id"), call.Caller);
            return Reply.Json(200, new JsonObject
            {
                ["agent"] = AgentViews.Summary(agent),
                ["versions"] = new JsonArray([.. agent.Versions.Select(version => AgentViews.Version(agent, version))]),
            });
        }
    }

    private Reply Get(Call call)
    {
        lock (_state.Gate)
        {
            (Agent agent, AgentVersion version) = Find(call);
            return Reply.Json(200, new JsonObject
            {
                ["agent"] = AgentViews.Summary(agent),
                ["version"] = AgentViews.Version(agent, version),
            });
        }
    }

    private Reply ListFiles(Call call)
    {
        BundleArchive archive = Open(call);
        return Reply.Json(200, new JsonObject
        {
            ["files"] = new JsonArray([.. archive.Files.Select(static file => (JsonNode?)new JsonObject
            {
                ["path"] = file.Key,
                ["size_bytes"] = file.Value,
            })]),
        });
    }

    private Reply GetFile(Call call)
    {
        string path = call.Query("path") ?? "";
        try
        {
            return Open(call).ReadText(path) is { } text
                ? Reply.Json(200, new JsonObject { ["path"] = path, ["content"] = text })
                : throw new ServiceFault(404, "not_found", "The archive has no such file.");
        }
        catch (InvalidDataException exception)
        {
            throw new ServiceFault(404, "not_found", exception.Message);
        }
    }

    private BundleArchive Open(Call call)
    {
        AgentVersion version;
        lock (_state.Gate)
        {
            version = Find(call).Version;
        }

        return BundleArchive.Open(version.File);
    }

    private (Agent Agent, AgentVersion Version) Find(Call call)
    {
        Agent agent = _state.Agents.Find(call.Path("agent_id"), call.Caller);
        return (agent, agent.Version(call.Path("version_id")) ?? throw new ServiceFault(404, "not_found", "The agent has no such version."));
    }
}
