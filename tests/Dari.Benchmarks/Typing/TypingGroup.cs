using System.Diagnostics;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.Report;

namespace Dari.Benchmarks.Typing;

/// <summary>What a keystroke costs: the generator runs again after an edit that has nothing to do with documents.</summary>
internal sealed class TypingGroup : Group
{
    private const int Keystrokes = 500;

    // The compiler of an editor has long been compiled to the end by the runtime; ours comes from a package without native
    // code, and takes a few thousand runs to get there.
    private const int Warmup = 4000;

    public override string Name => "typing";

    public override string Title => "Typing: the driver runs again after an unrelated edit";

    public override IEnumerable<Row> Run()
    {
        (string Name, string Path)[] large = [.. Inputs.Large()];
        var with = new Project([.. large.Select(one => (one.Path, File.ReadAllText(one.Path)))]);
        var small = new Project([("small.json", new WrittenDocument(2, 2, 1).Json())]);
        var without = new Project([], withGenerator: false);
        (double ours, long bytes) = Keystroke(with);
        (double none, long noBytes) = Keystroke(without);
        (double little, long littleBytes) = Keystroke(small);
        yield return new Row
        {
            What = $"keystroke, {large.Length} large documents ({with.Files.Count} files), added",
            Beside = "the project without the generator",
            Unit = "µs",
            Ours = ours - none,
            ReachFigure = 100,
            OurBytes = bytes - noBytes,
            Note = $"without: {none:0.0} µs",
        };
        yield return new Row
        {
            What = "keystroke, one document of two schemas, added",
            Beside = "the project without the generator",
            Unit = "µs",
            Ours = little - none,
            OurBytes = littleBytes - noBytes,
        };
    }

    /// <summary>Median microseconds and bytes of a run, in a process that is warm.</summary>
    public static (double Microseconds, long Bytes) Keystroke(Project project)
    {
        var times = new double[Keystrokes];
        long bytes = 0;
        for (int i = -Warmup; i < Keystrokes; i++)
        {
            project.Edit();
            long before = GC.GetAllocatedBytesForCurrentThread();
            long clock = Stopwatch.GetTimestamp();
            project.Run();
            double microseconds = Stopwatch.GetElapsedTime(clock).TotalMicroseconds;
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (i >= 0)
            {
                times[i] = microseconds;
            }
        }

        return (times.Order().ElementAt(Keystrokes / 2), bytes);
    }
}
