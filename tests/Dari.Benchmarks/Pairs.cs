using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Dari.Benchmarks;

/// <summary>Times and bytes of the methods <c>Ours</c> and <c>Other</c> of a benchmark class, by BenchmarkDotNet.</summary>
internal static class Pairs
{
    /// <summary>In nanoseconds (median) and bytes of one operation.</summary>
    public sealed record Pair(object Parameter, double Ours, double Other, long OurBytes, long OtherBytes);

    public static IReadOnlyList<Pair> Run<T>()
    {
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(5))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.DisableOptimizationsValidator);
        Summary summary = BenchmarkRunner.Run<T>(config);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
        {
            throw new InvalidOperationException(string.Join('\n', summary.ValidationErrors.Select(error => error.Message)
                .Append("A benchmark of " + typeof(T).Name + " failed.")));
        }

        return
        [
            .. summary.Reports
                .GroupBy(report => report.BenchmarkCase.Parameters.Items[0].Value)
                .Select(group => Of(group.Key, Find(group, "Ours"), Find(group, "Other"))),
        ];
    }

    private static BenchmarkReport Find(IEnumerable<BenchmarkReport> group, string method) =>
        group.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);

    private static Pair Of(object parameter, BenchmarkReport ours, BenchmarkReport other) => new(
        parameter,
        ours.ResultStatistics!.Median,
        other.ResultStatistics!.Median,
        ours.GcStats.GetBytesAllocatedPerOperation(ours.BenchmarkCase) ?? 0,
        other.GcStats.GetBytesAllocatedPerOperation(other.BenchmarkCase) ?? 0);
}
