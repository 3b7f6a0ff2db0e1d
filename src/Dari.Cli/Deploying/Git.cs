using System.ComponentModel;
using System.Diagnostics;

namespace Dari.Cli.Deploying;

/// <summary>Asks git about a folder.</summary>
internal static class Git
{
    /// <summary>Runs git.</summary>
    /// <returns>What it printed; null when it failed, or is not there.</returns>
    public static async Task<string?> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            using Process git = Process.Start(start)!;
            Task<string> error = git.StandardError.ReadToEndAsync(cancellationToken);
            string output = await git.StandardOutput.ReadToEndAsync(cancellationToken);
            await error;
            await git.WaitForExitAsync(cancellationToken);
            return git.ExitCode == 0 ? output.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
