using System.Diagnostics;

namespace Dari.Benchmarks.Starting;

/// <summary>Milliseconds from the start of a program.</summary>
/// <param name="Answered">Until its request was answered.</param>
/// <param name="Printed">Until it had read the answer and said so.</param>
internal sealed record StartTimes(double Answered, double Printed)
{
    public static StartTimes Measure(string program, CannedServer server)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program, [server.Url]) { RedirectStandardOutput = true })!;
        string? line = process.StandardOutput.ReadLine();
        long end = Stopwatch.GetTimestamp();
        process.WaitForExit();
        return process.ExitCode == 0 && line is { Length: > 0 }
            ? new StartTimes(Milliseconds(start, server.LastAnswer), Milliseconds(start, end))
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode} and said \"{line}\".");
    }

    private static double Milliseconds(long start, long end) => Stopwatch.GetElapsedTime(start, end).TotalMilliseconds;
}
