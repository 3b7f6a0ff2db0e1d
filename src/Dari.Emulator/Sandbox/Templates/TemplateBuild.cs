using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Templates;

/// <summary>One build: its plan is made at once, and the clock says how much of it has happened.</summary>
internal sealed class TemplateBuild
{
    private readonly BuildRequest _request;
    private readonly BuildPlan _plan;
    private readonly string _sourceDigest;

    public TemplateBuild(BuildRequest request, string source, string templateId, DateTimeOffset now, TimeSpan duration)
    {
        _request = request;
        _plan = BuildPlan.For(request);
        _sourceDigest = Digest(source);
        TemplateId = templateId;
        CreatedAt = now;
        Log = BuildLog.Of(this, _plan, now, duration);
    }

    public string Id { get; } = Ids.New("tb_", 8);

    public string TemplateId { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>All lines there will be, each with its time.</summary>
    public IReadOnlyList<BuildLogEntry> Log { get; }

    public string Name => _request.Name ?? TemplateId;

    public int? DiskMb => _request.BuildConfig?.DiskMb;

    /// <summary>True once it has ended well.</summary>
    public bool IsReady(DateTimeOffset now) => _plan.Problem is null && Log[^1].Timestamp <= now;

    /// <summary>The build as the service answers it.</summary>
    public JsonNode View(DateTimeOffset now)
    {
        var end = Log[^1].Timestamp;
        var isOver = end <= now;
        return SandboxJson.Node(new
        {
            BuildId = Id,
            TemplateId,
            Name,
            Tags = _request.Tags ?? [],
            CanonicalRef = $"emulator/{Name}",
            NamespaceSlug = "emulator",
            CreatedAt,
            UpdatedAt = isOver ? end : now,
            QueuedAt = CreatedAt,
            StartedAt = CreatedAt,
            FinishedAt = isOver ? end : (DateTimeOffset?)null,
            SourceDigest = _sourceDigest,
            DockerfileDigest = _request.Dockerfile is { } text ? Digest(text) : null,
            _request.BuildConfig,
            TriggeredBy = "api",
            DurationMs = isOver ? (long)(end - CreatedAt).TotalMilliseconds : (long?)null,
            FailurePhase = isOver && _plan.Problem is not null ? "build" : null,
            RuntimeDefaults = new
            {
                DefaultEnvKeys = EnvironmentKeys(),
                StartCmd = _plan.Last("CMD"),
                DefaultUser = _plan.Last("USER"),
                DefaultWorkdir = _plan.Last("WORKDIR"),
            },
        });
    }

    private string[] EnvironmentKeys() =>
        [.. _plan.Dockerfile
            .Where(step => step.Instruction == "ENV")
            .Select(step => step.Arguments.Split('=', ' ')[0])
            .Distinct(StringComparer.Ordinal)];

    private static string Digest(string text) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
