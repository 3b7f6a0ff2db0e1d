using System.Text;
using System.Threading.Channels;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>What a command reads: given bytes, or text that is still to come.</summary>
internal sealed class ProcessInput
{
    private readonly Channel<byte[]> _chunks = Channel.CreateUnbounded<byte[]>();

    /// <summary>Input that ends at once.</summary>
    public static ProcessInput None => Of([]);

    /// <summary>Input of known bytes.</summary>
    public static ProcessInput Of(byte[] bytes)
    {
        var input = new ProcessInput();
        input._chunks.Writer.TryWrite(bytes);
        input._chunks.Writer.Complete();
        return input;
    }

    /// <summary>Adds text; false when the command is over.</summary>
    public bool TryWrite(string text) => _chunks.Writer.TryWrite(Encoding.UTF8.GetBytes(text));

    /// <summary>Ends the input.</summary>
    public void Close() => _chunks.Writer.TryComplete();

    /// <summary>The input as it comes in.</summary>
    public IAsyncEnumerable<byte[]> ReadAsync(CancellationToken cancellationToken) =>
        _chunks.Reader.ReadAllAsync(cancellationToken);

    /// <summary>All of the input, once it has ended.</summary>
    public async Task<byte[]> ReadToEndAsync(CancellationToken cancellationToken)
    {
        var bytes = new ByteBuffer();
        await foreach (var chunk in ReadAsync(cancellationToken))
        {
            bytes.Write(chunk);
        }

        return bytes.ToArray();
    }
}
