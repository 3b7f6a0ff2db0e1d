using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>An agent with its versions, runs and services.</summary>
internal sealed class Deployment(DeploymentRequest request, DateTimeOffset now)
{
    private readonly ConcurrentQueue<AgentVersion> _versions = new();
    private readonly ConcurrentQueue<AgentRun> _runs = new();
    private readonly ConcurrentQueue<AgentService> _services = new();
    private DateTimeOffset? _changedAt;
    private DateTimeOffset? _deletedAt;
    private string? _activeVersionId;

    public string Id { get; } = Ids.New("adpl_", 8);

    public string Mode => request.Mode;

    public bool IsDeleted => _deletedAt is not null;

    /// <summary>Its services, oldest first.</summary>
    public IReadOnlyList<AgentService> Services => [.. _services];

    /// <summary>Held while versions are added or switched.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Adds a version; the next number is its own.</summary>
    public AgentVersion AddVersion(VersionRequest version, string folder, DateTimeOffset time)
    {
        lock (Gate)
        {
            var added = new AgentVersion(Id, _versions.Count + 1, version, folder, time);
            _versions.Enqueue(added);
            return added;
        }
    }

    /// <summary>A version.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public AgentVersion Version(string id) =>
        _versions.FirstOrDefault(version => version.Id == id) ?? throw SandboxFault.NotFound("There is no such version.");

    /// <summary>Makes a version with a bundle the active one; the one before is superseded.</summary>
    public void Activate(AgentVersion version, DateTimeOffset time)
    {
        lock (Gate)
        {
            if (_activeVersionId is { } before && before != version.Id)
            {
                Version(before).Supersede(time);
            }

            _activeVersionId = version.Id;
            _changedAt = time;
        }
    }

    /// <summary>The version to run: the one asked for, or the active one.</summary>
    /// <exception cref="ServiceFault">404: no such version. 409: none that has its bundle.</exception>
    public AgentVersion Runnable(string? id)
    {
        var version = (id ?? _activeVersionId) is { } wanted ? Version(wanted) : null;
        return version is { Files: not null }
            ? version
            : throw SandboxFault.Conflict("There is no version with a bundle.", reason: "version_not_ready");
    }

    /// <summary>Keeps a run.</summary>
    public AgentRun Add(AgentRun run)
    {
        _runs.Enqueue(run);
        return run;
    }

    /// <summary>Keeps a service.</summary>
    public AgentService Add(AgentService service)
    {
        _services.Enqueue(service);
        return service;
    }

    /// <summary>A run.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public AgentRun Run(string id) =>
        _runs.FirstOrDefault(run => run.Id == id) ?? throw SandboxFault.NotFound("There is no such run.");

    /// <summary>A service.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public AgentService Service(string id) =>
        _services.FirstOrDefault(service => service.Id == id) ?? throw SandboxFault.NotFound("There is no such service.");

    /// <summary>Marks it as deleted.</summary>
    public void Delete(DateTimeOffset time) => _deletedAt = _changedAt = time;

    /// <summary>The deployment as the service answers it.</summary>
    public JsonNode View() => new JsonObject
    {
        ["id"] = Id,
        ["name"] = request.Name,
        ["mode"] = request.Mode,
        ["status"] = IsDeleted ? "deleted" : "active",
        ["metadata"] = request.Metadata?.DeepClone() ?? new JsonObject(),
        ["description"] = request.Description,
        ["active_version_id"] = _activeVersionId,
        ["created_at"] = Times.Text(now),
        ["updated_at"] = Times.Text(_changedAt ?? now),
        ["deleted_at"] = Times.Text(_deletedAt),
    };
}
