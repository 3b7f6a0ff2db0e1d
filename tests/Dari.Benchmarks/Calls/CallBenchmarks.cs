using BenchmarkDotNet.Attributes;

namespace Dari.Benchmarks.Calls;

/// <summary>What BenchmarkDotNet runs for each call.</summary>
public class CallBenchmarks
{
    /// <summary>All calls.</summary>
    public static IEnumerable<Call> Calls { get; } = [.. Call.All()];

    /// <summary>The one that is measured.</summary>
    [ParamsSource(nameof(Calls))]
    public Call Call { get; set; } = null!;

    /// <summary>The generated client.</summary>
    [Benchmark]
    public Task<object> Ours() => Call.Ours();

    /// <summary>The hand-written client.</summary>
    [Benchmark(Baseline = true)]
    public Task<object> Other() => Call.Other();
}
