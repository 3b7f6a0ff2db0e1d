namespace Dari.Idempotency.Storage;

/// <summary>Names that one call at a time has, within this process.</summary>
internal sealed class HeldNames
{
    private readonly Dictionary<string, TaskCompletionSource> _held = new(StringComparer.Ordinal);

    /// <summary>Waits for a name and takes it; to dispose what is given lets it go.</summary>
    internal async ValueTask<IDisposable?> HoldAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task free;
            lock (_held)
            {
                if (!_held.TryGetValue(name, out TaskCompletionSource? other))
                {
                    _held.Add(name, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                    return new Hold(this, name);
                }

                free = other.Task;
            }

            await free.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Release(string name)
    {
        TaskCompletionSource? held;
        lock (_held)
        {
            _held.Remove(name, out held);
        }

        held?.SetResult();
    }

    private sealed class Hold(HeldNames names, string name) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                names.Release(name);
            }
        }
    }
}
