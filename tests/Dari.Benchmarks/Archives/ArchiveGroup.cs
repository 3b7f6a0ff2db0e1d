using System.Diagnostics;
using Dari.Archiving;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;

namespace Dari.Benchmarks.Archives;

/// <summary>A 200 MB tree into a tar.gz, each in a process of its own.</summary>
internal sealed class ArchiveGroup : Group
{
    private const long Bytes = 200_000_000;
    private const long MaxMemory = 100;

    public override string Name => "archive";

    public override string Title => "Archive of a 200 MB tree of source-like text, whole processes";

    public override IEnumerable<Row> Run()
    {
        string folder = SourceTree.Make(Bytes);
        Usage gzip = Shell(folder, "gzip -6");
        yield return Measure(folder, ArchiveSpeed.Reproducible, "tar | gzip -6", gzip, 1);
        yield return Measure(folder, ArchiveSpeed.Fastest, "tar | gzip -6", gzip, 1 / 1.5);
        if (ChildProcess.Run("sh", ["-c", "command -v pigz"]).ExitCode == 0)
        {
            yield return Measure(folder, ArchiveSpeed.Fastest, "tar | pigz -6", Shell(folder, "pigz -6"), null);
        }
    }

    /// <summary>In a process of its own.</summary>
    public static async Task ChildAsync(string speed, string folder)
    {
        string output = Path.Combine(Path.GetTempPath(), "dari-benchmarks", "ours.tar.gz");
        var options = new SourceArchiveOptions
        {
            OutputPath = output,
            Selection = FileSelection.IgnoreFile,
            Speed = Enum.Parse<ArchiveSpeed>(speed),
        };
        long clock = Stopwatch.GetTimestamp();
        using SourceArchive archive = await SourceArchive.CreateAsync(folder, options);
        SelfReport.Say(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        File.Delete(output);
    }

    private Row Measure(string folder, ArchiveSpeed speed, string beside, Usage other, double? reach)
    {
        Usage ours = SelfReport.Run(1, Name, speed.ToString(), folder).Usage;
        return new Row
        {
            What = speed == ArchiveSpeed.Reproducible ? "default (reproducible)" : "fastest",
            Beside = beside,
            Unit = "s",
            Ours = ours.Wall,
            Other = other.Wall,
            Reach = reach,
            Note = $"peak {ours.PeakMegabytes:0} MB (≤ {MaxMemory}), CPU {ours.Cpu:0.0} against {other.Cpu:0.0} s",
        };
    }

    private static Usage Shell(string folder, string compressor) => ChildProcess.RunOrFail(
        "sh", ["-c", $"tar -C '{folder}' -cf - . | {compressor} > '{folder}.tar.gz' && rm '{folder}.tar.gz'"]);
}
