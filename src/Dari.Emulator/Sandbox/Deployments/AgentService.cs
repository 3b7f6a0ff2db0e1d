using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Previews;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>A service of an agent: it starts, is ready until it is stopped, and stops, as the clock says.</summary>
internal sealed class AgentService
{
    private readonly Deployment _deployment;
    private readonly AgentVersion _version;
    private readonly string _idempotencyKey;
    private readonly AgentSandbox _sandbox;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _stageTime;
    private readonly DateTimeOffset _createdAt;
    private readonly string? _failureReason;
    private readonly string? _publicUrl;
    private readonly Lock _gate = new();
    private DateTimeOffset? _stoppedAt;

    public AgentService(
        Deployment deployment,
        AgentVersion version,
        ServiceRequest request,
        string idempotencyKey,
        AgentSandbox sandbox,
        PreviewDesk previews,
        SandboxSettings settings)
    {
        _deployment = deployment;
        _version = version;
        _idempotencyKey = idempotencyKey;
        _sandbox = sandbox;
        _clock = settings.Clock;
        _stageTime = settings.Sandbox.AgentStageTime;
        _createdAt = _clock.GetUtcNow();
        if (version.Config.MissingVariable(request.Envs) is { } missing)
        {
            _failureReason = $"missing environment variable {missing}";
            return;
        }

        sandbox.Start();
        _publicUrl = version.Config is { Permissions.PublicUrl: true, Service.Port: { } port }
            ? previews.Sign(sandbox.Machine!, port, seconds: null).Url
            : null;
    }

    public string Id { get; } = Ids.New("adsvc_", 8);

    public string VersionId => _version.Id;

    /// <summary>Its stage now.</summary>
    public string Status
    {
        get
        {
            lock (_gate)
            {
                return Settle();
            }
        }
    }

    /// <summary>Stops it; stopping it twice is fine.</summary>
    /// <exception cref="ServiceFault">409: it failed and never ran.</exception>
    public void Stop()
    {
        lock (_gate)
        {
            if (_failureReason is not null)
            {
                throw SandboxFault.Conflict("The service has failed.");
            }

            _stoppedAt ??= _clock.GetUtcNow();
        }
    }

    /// <summary>The service as the service answers it.</summary>
    public JsonNode View()
    {
        var status = Status;
        var isLive = status is "starting" or "ready" or "stopping";
        return new JsonObject
        {
            ["id"] = Id,
            ["deployment_id"] = _deployment.Id,
            ["version_id"] = _version.Id,
            ["status"] = status,
            ["port"] = _version.Config.Service?.Port,
            ["sandbox_id"] = _sandbox.Machine?.Id,
            ["process_id"] = _sandbox.Process?.Pid,
            ["public_url"] = isLive ? _publicUrl : null,
            ["readiness_status"] = status is "ready" ? "ready" : "not_ready",
            ["failure_reason"] = _failureReason,
            ["created_at"] = Times.Text(_createdAt),
            ["updated_at"] = Times.Text(_stoppedAt ?? _createdAt),
            ["idempotency_key"] = _idempotencyKey,
        };
    }

    private string Settle()
    {
        var now = _clock.GetUtcNow();
        if (_failureReason is not null)
        {
            return "failed";
        }

        if (_stoppedAt is not { } stopped)
        {
            return now < _createdAt + _stageTime ? "starting" : "ready";
        }

        if (now < stopped + _stageTime)
        {
            return "stopping";
        }

        _sandbox.End(retention: null);
        return "stopped";
    }
}
