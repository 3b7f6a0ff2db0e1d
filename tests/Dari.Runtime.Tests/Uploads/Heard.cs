using Dari.Uploads;

namespace Dari.Runtime.Tests.Uploads;

/// <summary>Keeps what is reported, at once.</summary>
internal sealed class Heard : IProgress<TransferProgress>
{
    public List<TransferProgress> All { get; } = [];

    public void Report(TransferProgress value) => All.Add(value);
}
