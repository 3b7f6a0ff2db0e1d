using System.Diagnostics;
using System.Text;

namespace Dari.Package.Tests;

/// <summary>Runs <c>dotnet</c>, or a program that it built, as a user would from a shell.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(8);

    public static Task<DotnetResult> RunAsync(string folder, params string[] arguments) =>
        StartAsync("dotnet", folder, arguments, new Dictionary<string, string>());

    public static async Task<DotnetResult> StartAsync(
        string program, string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        MakeFresh(start.Environment);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        string command = Path.GetFileName(program) + " " + string.Join(' ', arguments);
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{command}' did not end within {Deadline}:\n{output}");
        }

        return new DotnetResult(command, process.ExitCode, output.ToString());
    }

    /// <summary>The test runner's own MSBuild settings must not leak into the builds that are tested.</summary>
    private static void MakeFresh(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsBuildSetting).ToList())
        {
            environment.Remove(name);
        }

        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";

        // A node that stays keeps the test run from ending, because it inherits the handles of its output.
        environment["MSBUILDDISABLENODEREUSE"] = "1";

        // A compiler that stays would still have what a test takes away.
        environment["UseSharedCompilation"] = "false";
    }

    private static bool IsBuildSetting(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "CI";

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
