namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Ends a command with a complaint on its standard error.</summary>
/// <param name="message">The complaint, without the name of the command.</param>
/// <param name="exitCode">The exit code.</param>
internal sealed class CommandFault(string message, int exitCode = 1) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
