using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Dari.Benchmarks.Processes;

/// <summary>
/// Runs a command as a process of its own and says what it used. On Linux the kernel's figures: CPU time of reaped
/// children, peak memory as last seen while it ran. Elsewhere only the wall clock is known.
/// </summary>
internal static partial class ChildProcess
{
    private const int ResourceUsageOfChildren = -1;

    public static Usage Run(string command, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        start.Environment["DOTNET_TieredPGO"] = "1";
        double before = ChildSeconds();
        long clock = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, PeakMemory(process.Id));
        }

        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        return new Usage(wall, ChildSeconds() - before, peak, process.ExitCode, output.Result + errors.Result);
    }

    /// <summary>The same, and an error where the command failed: a figure of work that was not done is none.</summary>
    public static Usage RunOrFail(string command, IEnumerable<string> arguments, string? folder = null)
    {
        Usage usage = Run(command, arguments, folder);
        return usage.ExitCode == 0
            ? usage
            : throw new InvalidOperationException($"{command} ended with {usage.ExitCode}:\n{usage.Output}");
    }

    private static long PeakMemory(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended meanwhile, or there is no /proc.
            return 0;
        }
        catch (UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static double ChildSeconds() =>
        OperatingSystem.IsLinux() && GetUsage(ResourceUsageOfChildren, out ResourceUsage usage) == 0
            ? usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6)
            : 0;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out ResourceUsage usage);

    /// <summary>The beginning of <c>struct rusage</c> (getrusage(2)) of 64-bit Linux, and room for the rest.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
