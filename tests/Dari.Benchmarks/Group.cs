using Dari.Benchmarks.Report;

namespace Dari.Benchmarks;

/// <summary>Comparisons that belong together; one table.</summary>
internal abstract class Group
{
    /// <summary>What is written on the command line.</summary>
    public abstract string Name { get; }

    public abstract string Title { get; }

    public abstract IEnumerable<Row> Run();
}
