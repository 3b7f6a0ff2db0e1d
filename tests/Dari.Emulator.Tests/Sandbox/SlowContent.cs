using System.Net;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>A body whose first byte is sent at once and the rest when the test says so.</summary>
internal sealed class SlowContent : HttpContent
{
    private readonly byte[] _bytes;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowContent(byte[] bytes)
    {
        _bytes = bytes;
        Headers.ContentType = new("application/octet-stream");
    }

    /// <summary>Ends when the first byte is on its way.</summary>
    public Task Started => _started.Task;

    /// <summary>Lets the rest go.</summary>
    public void Finish() => _finish.TrySetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, 1), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        _started.TrySetResult();
        await _finish.Task.WaitAsync(cancellationToken);
        await stream.WriteAsync(_bytes.AsMemory(1), cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
