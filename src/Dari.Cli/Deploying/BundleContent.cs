using System.Net;
using Dari.Cli.Output;
using Microsoft.Win32.SafeHandles;

namespace Dari.Cli.Deploying;

/// <summary>The bytes of an archive as a request's body, with its length. An attempt that failed may still be reading.</summary>
internal sealed class BundleContent(SafeFileHandle content, long length, Action<string> showProgress) : HttpContent
{
    private const int BufferSize = 128 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[BufferSize];
        long sent = 0;
        for (int read; (read = await RandomAccess.ReadAsync(content, buffer, sent, cancellationToken)) > 0;)
        {
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            sent += read;
            showProgress($"{Sizes.Text(sent)} of {Sizes.Text(length)}");
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
