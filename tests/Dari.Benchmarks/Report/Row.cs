namespace Dari.Benchmarks.Report;

/// <summary>One comparison: the same work done by us and by what a user would pick instead, in one run.</summary>
internal sealed record Row
{
    /// <summary>The work.</summary>
    public required string What { get; init; }

    /// <summary>What is put beside ours.</summary>
    public required string Beside { get; init; }

    /// <summary>Of both figures: <c>ms</c>, <c>µs</c>, <c>CPU s</c>, <c>MB</c>, <c>lines</c>, …</summary>
    public required string Unit { get; init; }

    public required double Ours { get; init; }

    /// <summary><see langword="null"/> where nothing comparable exists.</summary>
    public double? Other { get; init; }

    /// <summary>The ratio that is to be reached, ours divided by the other; <see langword="null"/>: none is set.</summary>
    public double? Reach { get; init; }

    /// <summary>The figure itself that is to be reached, where no ratio is.</summary>
    public double? ReachFigure { get; init; }

    /// <summary>Of one operation, in bytes.</summary>
    public long? OurBytes { get; init; }

    public long? OtherBytes { get; init; }

    public string? Note { get; init; }

    public double? Ratio => Other is { } other and not 0 ? Ours / other : null;

    /// <summary>Whether what is to be reached was; <see langword="null"/> where nothing is set.</summary>
    public bool? IsReached => (Reach, ReachFigure) switch
    {
        ({ } limit, _) => Ratio <= limit,
        (_, { } limit) => Ours <= limit,
        _ => null,
    };
}
