using System.Diagnostics;
using System.Text;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.FrontEnd;

/// <summary>From the text of a document to C#, beside Microsoft.OpenApi reading it alone.</summary>
internal sealed class FrontEndGroup : Group
{
    private const int Processes = 5;

    public override string Name => "frontend";

    public override string Title => "Front end: read, bind and emit, beside Microsoft.OpenApi 3.11 reading alone";

    public override IEnumerable<Row> Run()
    {
        foreach ((string name, string path) in Inputs.Large().Take(2))
        {
            (double ours, Usage ourUsage) = SelfReport.Run(Processes, Name, "ours", path);
            (double theirs, Usage theirUsage) = SelfReport.Run(Processes, Name, "microsoft", path);
            yield return new Row
            {
                What = name + ", cold process",
                Beside = "Microsoft.OpenApi reading",
                Unit = "ms",
                Ours = ours,
                Other = theirs,
                Reach = 1,
                Note = $"peak {ourUsage.PeakMegabytes:0} against {theirUsage.PeakMegabytes:0} MB",
            };
            string text = File.ReadAllText(path);
            SourceText source = SourceText.From(text, Encoding.UTF8);
            (Timing warm, Timing other) = Timing.Pair(() => FrontEnds.Ours(path, source), () => FrontEnds.Microsoft(path, text));
            yield return new Row
            {
                What = name + ", warm",
                Beside = "Microsoft.OpenApi reading",
                Unit = "ms",
                Ours = warm.Milliseconds,
                Other = other.Milliseconds,
                Reach = path.EndsWith(".json", StringComparison.Ordinal) ? 1.0 / 3 : null,
                OurBytes = warm.Bytes,
                OtherBytes = other.Bytes,
            };
        }
    }

    /// <summary>In a process of its own.</summary>
    public static void Child(string side, string path)
    {
        // Reading the file is the same for both and not what is measured.
        string text = File.ReadAllText(path);
        SourceText source = SourceText.From(text, Encoding.UTF8);
        long clock = Stopwatch.GetTimestamp();
        _ = side == "ours" ? FrontEnds.Ours(path, source) : FrontEnds.Microsoft(path, text);
        SelfReport.Say(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }
}
