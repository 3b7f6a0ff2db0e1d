using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Volumes;

namespace Dari.Emulator.Sandbox.Machines;

/// <summary>Everything about a new sandbox; all of it can be left out.</summary>
internal sealed record CreateMachineRequest
{
    public string? SnapshotId { get; init; }

    public PoolChoice? WarmPool { get; init; }

    public string? Template { get; init; }

    public int? Vcpus { get; init; }

    public int? MemoryMb { get; init; }

    public int? DiskMb { get; init; }

    public long? TimeoutMs { get; init; }

    public string? TimeoutAction { get; init; }

    public bool? AutoResume { get; init; }

    public LifecyclePolicy? Lifecycle { get; init; }

    public JsonObject? Metadata { get; init; }

    public string? Cwd { get; init; }

    public Dictionary<string, string>? Envs { get; init; }

    public NetworkPolicy? Network { get; init; }

    public IReadOnlyList<AttachRequest>? Volumes { get; init; }

    /// <summary>What the new sandbox is made from; a snapshot's own spec wins where it has a say.</summary>
    /// <exception cref="ServiceFault">400 or 422: members that do not go together.</exception>
    public MachineSpec Spec(MachineSpec? snapshot)
    {
        if (SnapshotId is not null && DiskMb is not null)
        {
            throw SandboxFault.Fields("A sandbox from a snapshot has the disk of the snapshot.");
        }

        if (TimeoutMs is < 1)
        {
            throw SandboxFault.Fields("The lifetime is at least one millisecond.");
        }

        var spec = snapshot ?? new MachineSpec
        {
            Config = new MachineConfig(Vcpus ?? 1, MemoryMb ?? 256, DiskMb),
            Template = Template ?? "base",
            Envs = Envs ?? [],
            AllowsPublicTraffic = Network?.AllowPublicTraffic ?? true,
        };
        return spec with
        {
            Metadata = Metadata,
            TimeoutMs = TimeoutMs,
            TimeoutAction = Action(),
            AutoResume = AutoResume ?? false,
            Cwd = Cwd is null ? snapshot?.Cwd : WorkingFolder(Cwd),
        };
    }

    private string Action()
    {
        var fromLifecycle = Lifecycle?.OnTimeout switch { null => null, "pause" => "hibernate", var other => other };
        if (TimeoutAction is not null && fromLifecycle is not null && TimeoutAction != fromLifecycle)
        {
            throw SandboxFault.Fields("The lifecycle policy and the timeout action contradict each other.");
        }

        var action = TimeoutAction ?? fromLifecycle ?? "destroy";
        return AutoResume == true && action != "hibernate"
            ? throw SandboxFault.Fields("A sandbox can only resume by itself when its timeout hibernates it.")
            : action;
    }

    private static string WorkingFolder(string cwd) =>
        cwd.StartsWith('/') && VirtualPath.Absolute(cwd) == cwd
            ? cwd
            : throw SandboxFault.Fields("The working folder is absolute and normalized.");

    /// <summary>Warm pool to take the machine from.</summary>
    internal sealed record PoolChoice(string? Id, string? Mode);

    /// <summary>Timeout policy in its create-time form.</summary>
    internal sealed record LifecyclePolicy(string? OnTimeout);

    /// <summary>Rules for traffic.</summary>
    internal sealed record NetworkPolicy(bool? AllowPublicTraffic);
}
