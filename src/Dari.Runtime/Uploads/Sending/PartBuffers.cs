using System.Collections.Concurrent;

namespace Dari.Uploads.Sending;

/// <summary>The memory of an upload: a fixed number of buffers, made when they are first needed.</summary>
internal sealed class PartBuffers(int count, int size) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count);
    private readonly ConcurrentBag<byte[]> _returned = [];

    public void Dispose() => _free.Dispose();

    internal async Task<byte[]> RentAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return _returned.TryTake(out byte[]? buffer) ? buffer : GC.AllocateUninitializedArray<byte>(size);
    }

    internal void Return(byte[] buffer)
    {
        _returned.Add(buffer);
        _free.Release();
    }

    /// <summary>Waits until nobody has one any more; afterwards there are none.</summary>
    internal async Task DrainAsync()
    {
        for (int i = 0; i < count; i++)
        {
            await _free.WaitAsync().ConfigureAwait(false);
        }
    }
}
