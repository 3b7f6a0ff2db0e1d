namespace Dari.Review.Documents;

/// <summary>Takes a new version of a document from where it is, whole or not at all.</summary>
internal static class IncomingDocument
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    /// <param name="from">A file, or an http or https address.</param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DocumentException">It cannot be had, or is larger than <see cref="DiskText.MaxBytes"/>.</exception>
    public static async Task<byte[]> FetchAsync(string from, CancellationToken cancellationToken)
    {
        try
        {
            bool isAddress = Uri.TryCreate(from, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
            if (!isAddress)
            {
                await using var file = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read);
                return await ReadAsync(file, from, null, cancellationToken);
            }

            using var client = new HttpClient { Timeout = Timeout };
            using HttpResponseMessage response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await ReadAsync(body, from, response.Content.Headers.ContentLength, cancellationToken);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DocumentException("'" + from + "' does not answer within " + Timeout.TotalMinutes + " minutes.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or HttpRequestException or NotSupportedException or ArgumentException)
        {
            throw new DocumentException("'" + from + "' cannot be had: " + exception.Message, exception);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream source, string from, long? length, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        byte[] buffer = new byte[81920];
        for (int count; (count = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (whole.Length + count > DiskText.MaxBytes)
            {
                throw new DocumentException("'" + from + "' is larger than " + (DiskText.MaxBytes >> 20) + " MiB.");
            }

            whole.Write(buffer, 0, count);
        }

        return length is null || length == whole.Length
            ? whole.ToArray()
            : throw new DocumentException("'" + from + "' broke off after " + whole.Length + " of " + length + " bytes.");
    }
}
