namespace Dari.Benchmarks.Limits;

/// <summary>A figure that does not depend on the clock, and what it may be at most.</summary>
internal sealed record Limit(string What, string Unit, long Most, Func<long> Measure);
