using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sources;

/// <summary>What is left in a stream that can seek. It has one position, so one reads at a time.</summary>
internal sealed class StreamSource : UploadSource
{
    private readonly Stream _stream;
    private readonly long _start;
    private readonly SemaphoreSlim _turn = new(1);

    internal StreamSource(Stream stream)
        : base(new SourceIdentity(SourceKind.Stream, null, Math.Max(0, stream.Length - stream.Position)))
    {
        _stream = stream;
        _start = stream.Position;
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    internal override void CheckUnchanged()
    {
        if (_stream.Length - _start != Length)
        {
            throw Changed("The length of the stream has changed");
        }
    }

    protected override async ValueTask<int> ReadAsync(
        long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_stream.Position != _start + offset)
            {
                _stream.Position = _start + offset;
            }

            return await _stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
