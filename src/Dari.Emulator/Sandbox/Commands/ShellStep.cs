namespace Dari.Emulator.Sandbox.Commands;

/// <summary>A pipe of commands and when it runs.</summary>
/// <param name="Connector"><c>;</c> always, <c>&amp;&amp;</c> after success, <c>||</c> after failure.</param>
/// <param name="Pipe">The commands; each one reads what the one before has written.</param>
internal sealed record ShellStep(string Connector, IReadOnlyList<ShellCommand> Pipe);

/// <summary>A command with its words and where its output goes.</summary>
internal sealed record ShellCommand(IReadOnlyList<ShellWord> Words, IReadOnlyList<ShellRedirect> Redirects);

/// <summary>Where an output goes, or where the input comes from.</summary>
/// <param name="Operator">Such as <c>&gt;&gt;</c>.</param>
/// <param name="Target">The file; null when it goes where the other output goes.</param>
internal sealed record ShellRedirect(string Operator, ShellWord? Target);
