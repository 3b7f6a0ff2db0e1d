using System.Diagnostics;
using System.Globalization;

namespace Dari.Benchmarks.Processes;

/// <summary>
/// This program again, in a fresh process, for one piece of work: what is measured is a cold start, as a compiler has one
/// at every build. The child times the work alone and says so in its last line.
/// </summary>
internal static class SelfReport
{
    public const string Option = "--child";

    /// <summary>Milliseconds of the work, as the median of several processes, and what the last of them used.</summary>
    public static (double Milliseconds, Usage Usage) Run(int times, params string[] work) =>
        RunIn(AppContext.BaseDirectory, times, work);

    /// <summary>The same by a copy of this program in another folder.</summary>
    public static (double Milliseconds, Usage Usage) RunIn(string folder, int times, params string[] work)
    {
        Usage? last = null;
        var milliseconds = new List<double>();
        for (int i = 0; i < times; i++)
        {
            last = ChildProcess.RunOrFail(Program(folder), [.. Host(folder), Option, .. work]);
            string line = last.Output.TrimEnd().Split('\n')[^1];
            milliseconds.Add(double.Parse(line, CultureInfo.InvariantCulture));
        }

        milliseconds.Sort();
        return (milliseconds[milliseconds.Count / 2], last!);
    }

    /// <summary>How this program is started again.</summary>
    public static ProcessStartInfo Command(params string[] arguments) => new(Environment.ProcessPath!, [.. Host(AppContext.BaseDirectory), .. arguments]);

    /// <summary>This program again, with the environment as it is now.</summary>
    public static Usage Start(params string[] arguments) => ChildProcess.Run(Environment.ProcessPath!, [.. Host(AppContext.BaseDirectory), .. arguments]);

    public static void Say(double milliseconds) =>
        Console.WriteLine(milliseconds.ToString("R", CultureInfo.InvariantCulture));

    // Where "dotnet" hosts the program, the process is dotnet and its first argument the program.
    private static bool IsHosted => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    private static string Program(string folder) =>
        IsHosted ? Environment.ProcessPath! : Path.Combine(folder, Path.GetFileName(Environment.ProcessPath!));

    private static string[] Host(string folder) =>
        IsHosted ? [Path.Combine(folder, Path.GetFileName(typeof(SelfReport).Assembly.Location))] : [];
}
