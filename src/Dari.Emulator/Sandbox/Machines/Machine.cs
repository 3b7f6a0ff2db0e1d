using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Commands;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Uploads;

namespace Dari.Emulator.Sandbox.Machines;

/// <summary>One sandbox: its stage, its files, its processes and its uploads.</summary>
internal sealed class Machine
{
    private readonly TimeProvider _clock;

    public Machine(string id, MachineSpec spec, FileTree tree, SandboxSettings settings)
    {
        Id = id;
        Spec = spec;
        _clock = settings.Clock;
        CreatedAt = _clock.GetUtcNow();
        Files = MachineFolder.Open(tree);
        Uploads = settings.Uploads(new UploadDestination(Files, Absolute), isVolume: false);
        Processes = new ProcessTable(_clock, settings.Run);
        Start();
    }

    public string Id { get; }

    public MachineSpec Spec { get; private set; }

    public string Status { get; private set; } = MachineStatus.Running;

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? TimeoutAt { get; private set; }

    /// <summary>The paused snapshot while it is paused.</summary>
    public string? PausedSnapshotId { get; private set; }

    /// <summary>The reusable snapshot that it was made from, if it was.</summary>
    public string? OriginSnapshotId { get; init; }

    public PoolCheckout? Checkout { get; init; }

    public string TrafficToken { get; } = Ids.Secret("nst_");

    public FileView Files { get; }

    public UploadDesk Uploads { get; }

    public ProcessTable Processes { get; }

    /// <summary>Held while the stage changes.</summary>
    public Lock Gate { get; } = new();

    /// <summary>True when the lifetime is over and the timeout action is due.</summary>
    public bool IsDue => Status == MachineStatus.Running && TimeoutAt <= _clock.GetUtcNow();

    /// <summary>Starts it, and its lifetime, anew.</summary>
    public void Start()
    {
        Status = MachineStatus.Running;
        PausedSnapshotId = null;
        StartedAt = _clock.GetUtcNow();
        SetTimeout(Spec.TimeoutMs, Spec.TimeoutAction);
    }

    /// <summary>Pauses it into a snapshot.</summary>
    public void Pause(string snapshotId)
    {
        Status = MachineStatus.Paused;
        PausedSnapshotId = snapshotId;
        TimeoutAt = null;
        Processes.KillAll();
    }

    /// <summary>Ends it for good.</summary>
    public void End()
    {
        Status = MachineStatus.Destroyed;
        PausedSnapshotId = null;
        TimeoutAt = null;
        Processes.KillAll();
    }

    /// <summary>Sets the lifetime, counted from now.</summary>
    public void SetTimeout(long? milliseconds, string action)
    {
        Spec = Spec with { TimeoutMs = milliseconds, TimeoutAction = action };
        TimeoutAt = milliseconds is { } length ? After(length) : null;
    }

    /// <summary>Starts a command.</summary>
    /// <exception cref="ServiceFault">400 or 422: it cannot be started so.</exception>
    public ManagedProcess Start(ExecRequest request) =>
        Processes.Start(request, Files, Spec.Cwd ?? MachineFolder.Workspace, Spec.Envs);

    /// <summary>A path of the caller as the sandbox resolves it: against its working folder, the user's home, or the workspace.</summary>
    public string Absolute(string path, string? user)
    {
        var home = user is null ? MachineFolder.Workspace : MachineFolder.Home(user);
        return VirtualPath.Resolve(Spec.Cwd ?? home, path);
    }

    /// <summary>The sandbox as the service answers it.</summary>
    public MachineView View() => new(
        Id, Status, Spec.Config, Spec.Template, CreatedAt, Spec.Metadata, StartedAt, Spec.TimeoutMs, TimeoutAt, TimeoutAt,
        Spec.TimeoutAction, Spec.Cwd, PausedSnapshotId, Checkout);

    // A lifetime of centuries is as good as none, and must not overflow.
    private DateTimeOffset? After(long milliseconds) =>
        milliseconds < TimeSpan.FromDays(36_500).TotalMilliseconds
            ? _clock.GetUtcNow().AddMilliseconds(milliseconds)
            : null;
}
