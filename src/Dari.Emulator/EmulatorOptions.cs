using Dari.Emulator.Faults;
using Dari.Emulator.Sandbox;

namespace Dari.Emulator;

/// <summary>What an emulator is started with. Everything has a default that suits a test.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The key of the Dari service; a random one beginning with <c>dari_</c> when null.</summary>
    public string? DariApiKey { get; init; }

    /// <summary>The key of the sandbox service; a random one beginning with <c>ns_live_</c> when null.</summary>
    public string? SandboxApiKey { get; init; }

    /// <summary>The account token that the key routes of the sandbox service take; random when null.</summary>
    public string? SandboxAccountToken { get; init; }

    /// <summary>The key of the snapshot service; a random one when null.</summary>
    public string? SnapshotApiKey { get; init; }

    /// <summary>
    /// Keys of a second organization, valid at all three services. What one organization creates is not
    /// the other's. One random key when empty; see <see cref="DariEmulator.ForeignApiKey"/>.
    /// </summary>
    public IReadOnlyList<string> ForeignApiKeys { get; init; } = [];

    /// <summary>
    /// The folder in which the emulator makes its own, which it removes when it is disposed; the
    /// system's folder for temporary files when null.
    /// </summary>
    public string? Root { get; init; }

    /// <summary>The clock behind every timestamp, expiry, turn and build.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The port of the Dari service; 0 for one that the system picks, as for the others.</summary>
    public int DariPort { get; init; }

    /// <summary>The port of the sandbox service.</summary>
    public int SandboxPort { get; init; }

    /// <summary>The port of the snapshot service.</summary>
    public int SnapshotPort { get; init; }

    /// <summary>The port of the upload targets.</summary>
    public int StoragePort { get; init; }

    /// <summary>What is to go wrong from the start; <see cref="DariEmulator.Faults"/> takes more while it runs.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>
    /// Takes fault rules over HTTP too, at <see cref="DariEmulator.FaultAdminUrl"/>: <c>GET</c>, <c>POST</c> and
    /// <c>DELETE /faults</c>, without a key. Off by default.
    /// </summary>
    public bool FaultAdmin { get; init; }

    /// <summary>The port of <see cref="FaultAdmin"/>; 0 for one that the system picks.</summary>
    public int FaultAdminPort { get; init; }

    /// <summary>Speaks HTTP/2 with prior knowledge instead of HTTP/1.1, on all addresses.</summary>
    public bool UseHttp2 { get; init; }

    /// <summary>Largest JSON body that is read, in bytes.</summary>
    public long MaxJsonBodyBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How long the upload target of a source snapshot can be used.</summary>
    public TimeSpan SourceUploadLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Largest source archive that the upload target takes, in bytes.</summary>
    public long MaxSourceArchiveBytes { get; init; } = 1L << 30;

    /// <summary>Largest file that <c>POST /v1/files</c> takes, in bytes; 413 above it.</summary>
    public long MaxFileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How long a message of a session stays queued, and then how long it runs.</summary>
    public TimeSpan TurnStepDuration { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long an external tool may take when the manifest sets no <c>timeout_seconds</c>.</summary>
    public TimeSpan ToolTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Ends an event stream once the session is idle and all events are sent. By default a stream
    /// stays open for as long as the session can be used.
    /// </summary>
    public bool EndStreamWhenIdle { get; init; }

    /// <summary>Time between the comments that keep an event stream alive.</summary>
    public TimeSpan StreamHeartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Names of the credentials that the organization has stored; null means that every name exists.</summary>
    public IReadOnlyCollection<string>? StoredCredentials { get; init; }

    /// <summary>How often a webhook delivery is tried.</summary>
    public int WebhookAttempts { get; init; } = 3;

    /// <summary>Time between the tries of a webhook delivery.</summary>
    public TimeSpan WebhookRetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a snapshot build or template build takes until it is ready or failed.</summary>
    public TimeSpan BuildDuration { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>Size of the parts of a resumable upload, in bytes.</summary>
    public long UploadPartSize { get; init; } = 8 * 1024 * 1024;

    /// <summary>How many parts of a resumable upload may be sent at once.</summary>
    public int UploadMaxConcurrency { get; init; } = 4;

    /// <summary>Largest resumable upload, in bytes.</summary>
    public long UploadMaxBytes { get; init; } = 16L << 30;

    /// <summary>How long a resumable upload can be continued.</summary>
    public TimeSpan UploadLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Limits and times that only the sandbox service has.</summary>
    public SandboxOptions Sandbox { get; init; } = new();
}
