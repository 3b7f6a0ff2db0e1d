namespace Dari.Uploads.Sending;

/// <summary>Counts what was sent and confirmed, and tells it: at once what changes the picture, the rest now and then.</summary>
internal sealed class ProgressMeter(IProgress<TransferProgress>? progress, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly Queue<(long Time, long Sent)> _samples = new();
    private TransferProgress _now;
    private long _told;

    internal void Prepared(long bytes) => Change(now => now with { TotalBytes = bytes }, isNews: false);

    internal void Start(TransferPhase phase, long bytes, int parts, long confirmedBytes, int confirmedParts) => Change(
        now => now with
        {
            Phase = phase,
            TotalBytes = bytes,
            TotalParts = parts,
            ConfirmedBytes = confirmedBytes,
            ConfirmedParts = confirmedParts,
        },
        isNews: true);

    internal void Enter(TransferPhase phase)
    {
        if (_now.Phase != phase)
        {
            Change(now => now with { Phase = phase }, isNews: true);
        }
    }

    internal void Sent(long bytes) => Change(now => now with { SentBytes = now.SentBytes + bytes }, isNews: false);

    internal void Confirmed(long bytes) => Change(
        now => now with { ConfirmedBytes = now.ConfirmedBytes + bytes, ConfirmedParts = now.ConfirmedParts + 1 },
        isNews: true);

    private void Change(Func<TransferProgress, TransferProgress> change, bool isNews)
    {
        if (progress is null)
        {
            return;
        }

        // Told within the lock, so that the picture never goes back.
        lock (_gate)
        {
            _now = change(_now);
            long time = clock.GetTimestamp();
            if (isNews || clock.GetElapsedTime(_told, time) >= Pause)
            {
                _told = time;
                _now = _now with { BytesPerSecond = Rate(time) };
                progress.Report(_now);
            }
        }
    }

    private double Rate(long time)
    {
        _samples.Enqueue((time, _now.SentBytes));
        while (_samples.Count > 2 && clock.GetElapsedTime(_samples.Peek().Time, time) > Window)
        {
            _samples.Dequeue();
        }

        (long since, long sent) = _samples.Peek();
        double seconds = clock.GetElapsedTime(since, time).TotalSeconds;
        return seconds > 0 ? (_now.SentBytes - sent) / seconds : 0;
    }
}
