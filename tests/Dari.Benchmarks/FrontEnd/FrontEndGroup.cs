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

    // The runtime compiles a method of a whole document's work for good after some thirty calls and a pause: fewer runs measure that.
    private const int WarmUps = 30;

    public override string Name => "frontend";

    public override string Title => "Front end: read, bind and emit, beside Microsoft.OpenApi 3.11 reading alone";

    public override IEnumerable<Row> Run()
    {
        string folder = Directory.CreateTempSubdirectory("dari-frontend-").FullName;
        try
        {
            string? packed = PackedGenerator.Make(folder);
            foreach ((string name, string path) in Inputs.Large().Take(2))
            {
                (double theirs, Usage theirUsage) = SelfReport.Run(Processes, Name, "microsoft", path);
                if (packed is not null)
                {
                    yield return Cold(name, path, packed, theirs, theirUsage);
                }

                yield return Cold(name, path, null, theirs, theirUsage);
                yield return Warm(name, path);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Of the program that has the generator with machine code, or of this one, which has it without.
    private Row Cold(string name, string path, string? packed, double theirs, Usage theirUsage)
    {
        (double ours, Usage usage) = SelfReport.RunIn(packed ?? AppContext.BaseDirectory, Processes, Name, "ours", path);
        return new Row
        {
            What = name + (packed is null ? ", cold process, IL alone" : ", cold process"),
            Beside = "Microsoft.OpenApi reading",
            Unit = "ms",
            Ours = ours,
            Other = theirs,
            Reach = packed is null ? null : 1,
            Note = (packed is null ? "" : "with the machine code of the package; ")
                + $"peak {usage.PeakMegabytes:0} against {theirUsage.PeakMegabytes:0} MB",
        };
    }

    private static Row Warm(string name, string path)
    {
        string text = File.ReadAllText(path);
        SourceText source = SourceText.From(text, Encoding.UTF8);
        (Timing ours, Timing theirs) = Timing.Pair(() => FrontEnds.Ours(path, source), () => FrontEnds.Microsoft(path, text), WarmUps);
        return new Row
        {
            What = name + ", warm",
            Beside = "Microsoft.OpenApi reading",
            Unit = "ms",
            Ours = ours.Milliseconds,
            Other = theirs.Milliseconds,
            Reach = path.EndsWith(".json", StringComparison.Ordinal) ? 1.0 / 3 : null,
            OurBytes = ours.Bytes,
            OtherBytes = theirs.Bytes,
        };
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
