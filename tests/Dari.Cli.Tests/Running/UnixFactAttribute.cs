namespace Dari.Cli.Tests.Running;

/// <summary>A test that sends a signal, which Windows does not have.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "There are no signals." : null;
}
