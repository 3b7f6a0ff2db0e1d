using Dari.Cli.Output;
using Dari.Uploads;

namespace Dari.Cli.Transfers;

/// <summary>Shows how far an upload is.</summary>
internal sealed class TransferWatch(Action<string> show) : IProgress<TransferProgress>
{
    public void Report(TransferProgress value) => show(value.Phase switch
    {
        TransferPhase.Preparing => "preparing",
        TransferPhase.Verifying => "looking whether the source is still the same",
        TransferPhase.Completing => "completing",
        _ => $"{Sizes.Text(value.ConfirmedBytes)} of {Sizes.Text(value.TotalBytes)}, {Sizes.Text((long)value.BytesPerSecond)}/s",
    });
}
