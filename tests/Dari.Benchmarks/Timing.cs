using System.Diagnostics;

namespace Dari.Benchmarks;

/// <summary>The median of several runs of work that takes milliseconds, and the bytes that one run allocates.</summary>
/// <remarks>What takes micro- or nanoseconds is measured by BenchmarkDotNet.</remarks>
internal sealed record Timing(double Milliseconds, long Bytes)
{
    private const int Runs = 9;
    private const int FewWarmUps = 3;

    /// <summary>The two in turn, A B A B …, so that a machine that slows down slows down both.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    /// <param name="warmUps">Runs before those that count: until nothing of either is compiled anew.</param>
    public static (Timing First, Timing Second) Pair(Action first, Action second, int warmUps = FewWarmUps)
    {
        double[] firsts = new double[Runs];
        double[] seconds = new double[Runs];
        long firstBytes = 0;
        long secondBytes = 0;
        for (int i = -warmUps; i < Runs; i++)
        {
            (double a, firstBytes) = Once(first);
            (double b, secondBytes) = Once(second);
            if (i >= 0)
            {
                (firsts[i], seconds[i]) = (a, b);
            }
        }

        return (new Timing(Median(firsts), firstBytes), new Timing(Median(seconds), secondBytes));
    }

    public static (Timing First, Timing Second) Pair<T, TOther>(Func<T> first, Func<TOther> second, int warmUps = FewWarmUps) =>
        Pair(() => { GC.KeepAlive(first()); }, () => { GC.KeepAlive(second()); }, warmUps);

    public static Timing Of(Action work) => Pair(work, static () => { }).First;

    private static (double Milliseconds, long Bytes) Once(Action work)
    {
        GC.Collect();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long clock = Stopwatch.GetTimestamp();
        work();
        double milliseconds = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        return (milliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
