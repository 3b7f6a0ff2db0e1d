using System.Diagnostics;
using Dari.Review.Documents;

namespace Dari.Review.Projects;

/// <summary>A run of the dotnet command and what it said.</summary>
internal sealed record DotnetRun(int ExitCode, string Output, string Errors)
{
    public string All => Output + Errors;

    /// <summary>The errors in what it said, each once; all of it where none is marked as such.</summary>
    public string Reason
    {
        get
        {
            string[] lines = [.. All.Split('\n').Select(line => line.Trim()).Where(line => line.Contains("error ", StringComparison.Ordinal)).Distinct()];
            return lines.Length > 0 ? string.Join("\n", lines) : All.Trim();
        }
    }

    /// <exception cref="DocumentException">There is no dotnet command.</exception>
    public static async Task<DotnetRun> StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // The one that runs this, where that is one.
        string command = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Settings of a build in which the command itself may run are not those of the one it starts.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // A process that stays would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        Process process;
        try
        {
            process = Process.Start(start) ?? throw new DocumentException("The command 'dotnet' does not start.");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new DocumentException("The command 'dotnet' does not start: " + exception.Message, exception);
        }

        using (process)
        {
            try
            {
                Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
                Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                return new DotnetRun(process.ExitCode, await output, await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
    }
}
