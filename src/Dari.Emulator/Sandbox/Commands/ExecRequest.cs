namespace Dari.Emulator.Sandbox.Commands;

/// <summary>A command to run.</summary>
internal sealed record ExecRequest
{
    // Timers take no more than some 49 days.
    private const int LongestSeconds = 40 * 24 * 3600;

    public required string Command { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public int? TimeoutSecs { get; init; }

    public string? Cwd { get; init; }

    public Dictionary<string, string>? Envs { get; init; }

    public bool? Shell { get; init; }

    public bool? Background { get; init; }

    /// <summary>Time it may take.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(Math.Min(TimeoutSecs ?? 30, LongestSeconds));

    /// <summary>The command as a process list shows it.</summary>
    public string Line => Args is { Count: > 0 } ? $"{Command} {string.Join(' ', Args)}" : Command;

    /// <summary>Refuses fields that do not go together.</summary>
    /// <exception cref="Hosting.ServiceFault">422.</exception>
    public void Check()
    {
        if (Shell == true && Args is { Count: > 0 })
        {
            throw SandboxFault.Fields("A shell takes its text from the command; there are no arguments beside it.");
        }

        if (TimeoutSecs is < 1)
        {
            throw SandboxFault.Fields("The time limit is at least one second.");
        }
    }
}
