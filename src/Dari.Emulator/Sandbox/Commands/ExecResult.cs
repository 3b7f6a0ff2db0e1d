using System.Text.Json.Serialization;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Outcome of a command.</summary>
/// <param name="ExitCode">Its exit code; 0 for one that was only started.</param>
/// <param name="Stdout">What it wrote.</param>
/// <param name="Stderr">What it complained about.</param>
/// <param name="Pid">Its process id when it runs in the background.</param>
internal sealed record ExecResult(
    int ExitCode,
    string Stdout,
    string Stderr,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Pid);
