using Dari.Benchmarks.Report;

namespace Dari.Benchmarks;

/// <summary>Comparisons that belong together; one table.</summary>
internal abstract class Group
{
    /// <summary>What is written on the command line.</summary>
    public abstract string Name { get; }

    public abstract string Title { get; }

    /// <summary>Takes minutes, and runs only where it is asked for.</summary>
    public virtual bool IsLong => false;

    public abstract IEnumerable<Row> Run();
}
