using System.Text.Json.Nodes;

namespace Dari.Emulator.Sandbox.Machines;

/// <summary>What a sandbox is made from, and what a snapshot, fork or resume hands on.</summary>
internal sealed record MachineSpec
{
    public required MachineConfig Config { get; init; }

    public required string Template { get; init; }

    public JsonObject? Metadata { get; init; }

    public long? TimeoutMs { get; init; }

    /// <summary><c>destroy</c> or <c>hibernate</c>.</summary>
    public string TimeoutAction { get; init; } = "destroy";

    public bool AutoResume { get; init; }

    public string? Cwd { get; init; }

    public IReadOnlyDictionary<string, string> Envs { get; init; } = new Dictionary<string, string>();

    /// <summary>False when requests from outside need the traffic token.</summary>
    public bool AllowsPublicTraffic { get; init; } = true;
}
