namespace Dari.Benchmarks.Processes;

/// <summary>What a finished process used. Times in seconds, memory in bytes.</summary>
internal sealed record Usage(double Wall, double Cpu, long PeakMemory, int ExitCode, string Output)
{
    public double PeakMegabytes => PeakMemory / 1e6;
}
