using System.CommandLine;

namespace Dari.Cli.Commands;

/// <summary><c>dari sandbox</c>.</summary>
internal static class SandboxCommand
{
    public static Command Create() => new("sandbox", "Work with the files of a sandbox.")
    {
        SandboxUploadCommand.Create(),
        SandboxDownloadCommand.Create(),
    };
}
