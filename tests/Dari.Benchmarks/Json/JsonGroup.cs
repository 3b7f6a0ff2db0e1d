using Dari.Benchmarks.Report;

namespace Dari.Benchmarks.Json;

/// <summary>Reading and writing models.</summary>
internal sealed class JsonGroup : Group
{
    private const string Beside = "System.Text.Json source generator";

    public override string Name => "json";

    public override string Title => "JSON: generated readers and writers, beside the System.Text.Json source generator";

    public override IEnumerable<Row> Run()
    {
        foreach (Pairs.Pair pair in Pairs.Run<JsonBenchmarks>())
        {
            var work = (Workload)pair.Parameter;
            yield return new Row
            {
                What = work.What,
                Beside = Beside,
                Unit = "µs",
                Ours = pair.Ours / 1000,
                Other = pair.Other / 1000,
                Reach = work.Reach,
                OurBytes = pair.OurBytes,
                OtherBytes = pair.OtherBytes,
            };
        }

        foreach (Workload work in Workload.Large())
        {
            (Timing ours, Timing other) = Timing.Pair(work.Ours, work.Other);
            yield return new Row
            {
                What = work.What,
                Beside = Beside,
                Unit = "ms",
                Ours = ours.Milliseconds,
                Other = other.Milliseconds,
                Reach = work.Reach,
                OurBytes = ours.Bytes,
                OtherBytes = other.Bytes,
            };
        }
    }
}
