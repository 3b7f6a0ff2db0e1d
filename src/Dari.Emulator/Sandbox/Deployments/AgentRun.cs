using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>A run of an agent.</summary>
/// <remarks>
/// The clock takes it through its stages. Its entrypoint really runs, in a sandbox of its own, when it is a
/// command that the emulator knows; any other program is taken to end with 0 and to put nothing out.
/// </remarks>
internal sealed class AgentRun
{
    private static readonly string[] Stages = ["queued", "starting", "installing", "running"];

    private readonly Deployment _deployment;
    private readonly AgentVersion _version;
    private readonly RunRequest _request;
    private readonly string _idempotencyKey;
    private readonly AgentSandbox _sandbox;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _stageTime;
    private readonly DateTimeOffset _createdAt;
    private readonly Lock _gate = new();
    private DateTimeOffset? _completedAt;
    private string? _failureReason;
    private string _finalStatus = "succeeded";
    private JsonArray _outputs = [];

    public AgentRun(
        Deployment deployment, AgentVersion version, RunRequest request, string idempotencyKey, AgentSandbox sandbox, SandboxSettings settings)
    {
        _deployment = deployment;
        _version = version;
        _request = request;
        _idempotencyKey = idempotencyKey;
        _sandbox = sandbox;
        _clock = settings.Clock;
        _stageTime = settings.Sandbox.AgentStageTime;
        _createdAt = _clock.GetUtcNow();
        _failureReason = version.Config.MissingVariable(request.Envs) is { } missing
            ? $"missing environment variable {missing}"
            : version.Config.Entrypoint is null ? "no entrypoint" : null;
        if (_failureReason is null)
        {
            sandbox.Start();
        }
    }

    public string Id { get; } = Ids.New("adrun_", 8);

    /// <summary>The run as the service answers it.</summary>
    public JsonNode View()
    {
        lock (_gate)
        {
            var status = Settle();
            var stage = Stage();
            var process = _sandbox.Process;
            return new JsonObject
            {
                ["id"] = Id,
                ["deployment_id"] = _deployment.Id,
                ["version_id"] = _version.Id,
                ["mode"] = _deployment.Mode,
                ["status"] = status,
                ["input"] = _request.Input?.DeepClone(),
                ["created_at"] = Times.Text(_createdAt),
                ["updated_at"] = Times.Text(_completedAt ?? _createdAt + (_stageTime * Math.Min(stage, Stages.Length - 1))),
                ["sandbox_id"] = stage > 0 ? _sandbox.Machine?.Id : null,
                ["process_id"] = stage >= 3 ? process?.Pid : null,
                ["exit_code"] = _completedAt is null ? null : ExitCode(status),
                ["failure_reason"] = _completedAt is null ? null : _failureReason,
                ["output_manifest"] = Manifest(),
                ["started_at"] = stage > 0 ? Times.Text(_createdAt + _stageTime) : null,
                ["completed_at"] = Times.Text(_completedAt),
                ["idempotency_key"] = _idempotencyKey,
            };
        }
    }

    /// <summary>What it put out so far: the files that the bundle did not bring.</summary>
    public JsonNode Outputs()
    {
        lock (_gate)
        {
            Settle();
            return new JsonObject
            {
                ["run_id"] = Id,
                ["output_manifest"] = Manifest(),
                ["outputs"] = _outputs.DeepClone(),
            };
        }
    }

    private int Stage() => _stageTime <= TimeSpan.Zero
        ? Stages.Length
        : (int)Math.Min((_clock.GetUtcNow() - _createdAt) / _stageTime, Stages.Length);

    // A run ends when the clock has gone through its stages and its process has ended too.
    private string Settle()
    {
        var stage = Stage();
        if (_completedAt is not null)
        {
            return _finalStatus;
        }

        if (stage < Stages.Length && (_failureReason is null || stage == 0))
        {
            return Stages[stage];
        }

        if (_failureReason is null && !_sandbox.HasEnded)
        {
            return Stages[^1];
        }

        Complete();
        return _finalStatus;
    }

    private void Complete()
    {
        _completedAt = _clock.GetUtcNow();
        if (_failureReason is null)
        {
            _outputs = _sandbox.Outputs();
            _failureReason = _sandbox.Failure;
            _finalStatus = _sandbox.Process is { HasTimedOut: true } ? "timed_out" : _failureReason is null ? "succeeded" : "failed";
        }
        else
        {
            _finalStatus = "failed";
        }

        _sandbox.End(Retention());
    }

    private TimeSpan? Retention()
    {
        var debug = _version.Config.Debug;
        var isKept = _failureReason is not null && (_request.RetainOnFailure ?? debug?.RetainOnFailure ?? false);
        return isKept ? TimeSpan.FromSeconds(_request.RetentionSeconds ?? debug?.RetainSeconds ?? 3600) : null;
    }

    private JsonNode? ExitCode(string status) => _sandbox.Process?.ExitCode ?? (status == "succeeded" ? 0 : null);

    private JsonNode? Manifest() => _completedAt is null ? null : new JsonObject
    {
        ["files"] = _outputs.Count,
        ["total_size"] = _outputs.Sum(output => output!["size"]!.GetValue<long>()),
    };
}
