namespace Dari.Cli.Tests.Running;

/// <summary>A test that needs a terminal, which the program <c>script</c> of Linux can play.</summary>
internal sealed class TerminalTheoryAttribute : TheoryAttribute
{
    public TerminalTheoryAttribute() => Skip = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script") ? null : "There is no program 'script'.";
}
