using Dari.Archiving;

namespace Dari.Runtime.Tests.Archiving;

/// <summary>Acts at once on what is reported, in the middle of the work.</summary>
internal sealed class Told(Action<ArchiveProgress> act) : IProgress<ArchiveProgress>
{
    public List<ArchiveProgress> All { get; } = [];

    public void Report(ArchiveProgress value)
    {
        All.Add(value);
        act(value);
    }
}
