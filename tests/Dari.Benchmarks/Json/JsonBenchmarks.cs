using BenchmarkDotNet.Attributes;

namespace Dari.Benchmarks.Json;

/// <summary>What BenchmarkDotNet runs for each workload.</summary>
public class JsonBenchmarks
{
    /// <summary>All workloads.</summary>
    public static IEnumerable<Workload> Workloads { get; } = [.. Workload.All()];

    /// <summary>The one that is measured.</summary>
    [ParamsSource(nameof(Workloads))]
    public Workload Workload { get; set; } = null!;

    /// <summary>Generated code.</summary>
    [Benchmark]
    public object Ours() => Workload.Ours();

    /// <summary>The System.Text.Json source generator.</summary>
    [Benchmark(Baseline = true)]
    public object Other() => Workload.Other();
}
