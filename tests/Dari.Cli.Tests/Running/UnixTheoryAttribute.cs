namespace Dari.Cli.Tests.Running;

/// <summary>A test that needs what Windows does not have: signals, or modes of files.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "There are no signals and modes." : null;
}
