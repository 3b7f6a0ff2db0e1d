using System.Diagnostics;
using Dari.Review.Documents;

namespace Dari.Review.Projects;

/// <summary>A run of the dotnet command and what it said.</summary>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    /// <exception cref="DocumentException">There is no dotnet command.</exception>
    public static async Task<DotnetRun> StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // The one that runs this, where that is one.
        string command = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
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
                return new DotnetRun(process.ExitCode, await output + await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
    }
}
