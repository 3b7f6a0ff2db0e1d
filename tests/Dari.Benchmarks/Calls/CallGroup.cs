using Dari.Benchmarks.Report;

namespace Dari.Benchmarks.Calls;

/// <summary>What a call costs beside the network.</summary>
internal sealed class CallGroup : Group
{
    public override string Name => "call";

    public override string Title => "Calls over an in-memory handler, beside a hand-written HttpClient with source-generated JSON";

    public override IEnumerable<Row> Run() => Pairs.Run<CallBenchmarks>().Select(pair => new Row
    {
        What = ((Call)pair.Parameter).What,
        Beside = "hand-written client",
        Unit = "µs",
        Ours = pair.Ours / 1000,
        Other = pair.Other / 1000,
        Reach = 1,
        OurBytes = pair.OurBytes,
        OtherBytes = pair.OtherBytes,
    });
}
