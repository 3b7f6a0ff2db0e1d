using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Machines;

/// <summary>A saved state.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SandboxId">Sandbox it was taken of.</param>
/// <param name="SizeBytes">Bytes of its files.</param>
/// <param name="CreatedAt">When it was taken.</param>
/// <param name="Spec">What a sandbox made from it inherits.</param>
/// <param name="Files">Its own copy of the files; null for a paused snapshot, whose sandbox keeps them.</param>
internal sealed record Snapshot(
    string Id, string SandboxId, long SizeBytes, DateTimeOffset CreatedAt, MachineSpec Spec, FileTree? Files)
{
    /// <summary>True for the state of a paused sandbox, which only resume takes.</summary>
    public bool IsPaused => Files is null;

    /// <summary>The snapshot as the service answers it.</summary>
    public SnapshotView View() => new(Id, SandboxId, SizeBytes, CreatedAt, IsPaused ? null : Spec.Metadata);

    /// <summary>A snapshot as the service answers it.</summary>
    internal sealed record SnapshotView(
        string Id, string SandboxId, long SizeBytes, DateTimeOffset CreatedAt, JsonObject? Metadata);
}
