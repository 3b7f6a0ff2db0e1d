using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Dari.Cli.Output;
using Dari.Sandboxes;

namespace Dari.Cli.Transfers;

/// <summary>
/// Downloads a file of a sandbox. It goes on after a broken connection, in the middle if the service can do ranges and from
/// the start if not, and the target appears only when it is whole.
/// </summary>
internal sealed class Downloader(ISandboxClient sandbox, FileDownloadRequest request, Action<string> showProgress)
{
    private const int MaxFailures = 5;
    private const int BufferSize = 128 * 1024;

    /// <summary>Downloads the file.</summary>
    /// <returns>Its size and digest, and how many of its bytes were there from an earlier try.</returns>
    /// <exception cref="CliException">The target exists, the source is no file, or it changed meanwhile.</exception>
    public async Task<DownloadedFile> RunAsync(CancellationToken cancellationToken)
    {
        FileEntry source = await LookAsync(cancellationToken);
        CheckTarget();
        PartialFile partial = PartialFile.For(request.Target, $"{request.Api}\n{request.Source}\n{request.User}\n{Identity(source)}");
        partial.Clear(keepThis: request.IsResumed && source.ModifiedTime is not null);
        long resumedAt = partial.Length;
        string? announced;
        byte[] digest;
        await using (FileStream file = partial.Open())
        {
            announced = await FillAsync(file, (long)source.Size, cancellationToken);
            await CheckUnchangedAsync(source, file.Length, cancellationToken);
            file.Position = 0;
            digest = await SHA256.HashDataAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        if (announced is not null && announced != Convert.ToBase64String(digest))
        {
            File.Delete(partial.FilePath);
            throw new CliException("digest_mismatch", "The bytes that came are not those that were sent: their digest differs.") { Hint = "Try again." };
        }

        partial.Finish(request.Overwrites);
        return new DownloadedFile((long)source.Size, Convert.ToHexStringLower(digest), resumedAt);
    }

    private static string Identity(FileEntry source) => string.Create(CultureInfo.InvariantCulture, $"{source.Size} {source.ModifiedTime:O}");

    private async Task<FileEntry> LookAsync(CancellationToken cancellationToken)
    {
        FileEntry source = await sandbox.Files.GetInfoAsync(
            request.Source.SandboxId, new FileTargetRequest { Path = request.Source.Path, User = request.User }, cancellationToken: cancellationToken);
        return source.IsDir
            ? throw new CliException("source_changed", $"{request.Source} became a folder while it was downloaded.") { Hint = "Try again." }
            : source;
    }

    private void CheckTarget()
    {
        if (Directory.Exists(request.Target) || (File.Exists(request.Target) && !request.Overwrites))
        {
            throw new CliException("target_conflict", $"{request.Target} exists already.") { Hint = "Give another name, or replace it with --force." };
        }

        if (!Directory.Exists(Path.GetDirectoryName(request.Target)))
        {
            throw new CliException("invalid_path", $"There is no folder {Path.GetDirectoryName(request.Target)}.");
        }
    }

    /// <summary>Gets what is missing.</summary>
    /// <returns>The digest of the whole file in Base64, if the service gave it.</returns>
    private async Task<string?> FillAsync(FileStream file, long size, CancellationToken cancellationToken)
    {
        string? digest = null;
        if (file.Length > size)
        {
            file.SetLength(0);
        }

        // A file without bytes is asked for all the same: whether it can be read is the service's to say.
        bool isAsked = false;
        for (int failures = 0; !isAsked || file.Length < size;)
        {
            long before = file.Length;
            try
            {
                if (before == size && before > 0)
                {
                    return digest;
                }

                digest = await FillOnceAsync(file, size, cancellationToken) ?? digest;
                isAsked = true;
                if (file.Length < size)
                {
                    throw new CliException("invalid_response", $"{file.Length} bytes came, and it has {size}.");
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or TransferBrokenException or TimeoutException)
            {
                failures = file.Length > before ? 1 : failures + 1;
                if (failures == MaxFailures)
                {
                    throw;
                }

                showProgress($"{Sizes.Text(file.Length)} of {Sizes.Text(size)}, again after a broken connection");
                await Task.Delay(TimeSpan.FromMilliseconds(100 << failures), cancellationToken);
            }
        }

        return digest;
    }

    private async Task<string?> FillOnceAsync(FileStream file, long size, CancellationToken cancellationToken)
    {
        // Whole bytes: a range of a compressed body is a range of something else.
        var options = new RequestOptions { Headers = { ["Accept-Encoding"] = "identity" } };
        if (file.Length > 0)
        {
            options.Headers["Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes={file.Length}-");
        }

        await using FileDownload download = await sandbox.Files.DownloadAsync(
            request.Source.SandboxId, request.Source.Path, request.User, options, cancellationToken);
        if (!IsRest(download.Response, file.Length, size))
        {
            file.SetLength(0);
        }

        file.Position = file.Length;
        byte[] buffer = new byte[BufferSize];
        for (int read; (read = await ReadAsync(download.Content, buffer, cancellationToken)) > 0;)
        {
            if (file.Length + read > size)
            {
                throw new CliException("source_changed", $"{request.Source} became longer while it was downloaded.") { Hint = "Try again." };
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            showProgress($"{Sizes.Text(file.Length)} of {Sizes.Text(size)}");
        }

        return Digest(download.Response);
    }

    /// <summary>A connection that breaks is not the same as a disk that is full, though both are told as IOException.</summary>
    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new TransferBrokenException(exception);
        }
    }

    /// <summary>Whether an answer is exactly what is missing (RFC 9110, section 14.4).</summary>
    private static bool IsRest(ResponseMetadata response, long from, long size) =>
        response.StatusCode == HttpStatusCode.PartialContent
        && response.Headers.TryGetValue("Content-Range", out IReadOnlyList<string>? values)
        && ContentRangeHeaderValue.TryParse(values[0], out ContentRangeHeaderValue? range)
        && range.From == from
        && range.Length == size;

    /// <summary>The digest of the whole file (RFC 9530, section 3).</summary>
    private static string? Digest(ResponseMetadata response)
    {
        const string Algorithm = "sha-256=:";
        return response.Headers.TryGetValue("Repr-Digest", out IReadOnlyList<string>? values)
            ? values.SelectMany(static value => value.Split(','))
                .Select(static one => one.Trim())
                .FirstOrDefault(static one => one.StartsWith(Algorithm, StringComparison.OrdinalIgnoreCase) && one.EndsWith(':'))
                ?[Algorithm.Length..^1]
            : null;
    }

    private async Task CheckUnchangedAsync(FileEntry before, long length, CancellationToken cancellationToken)
    {
        FileEntry after = await LookAsync(cancellationToken);
        if (Identity(after) != Identity(before) || length != (long)after.Size)
        {
            throw new CliException("source_changed", $"{request.Source} changed while it was downloaded.") { Hint = "Try again." };
        }
    }
}
