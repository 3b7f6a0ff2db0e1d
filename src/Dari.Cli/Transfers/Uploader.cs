using Dari.Cli.Output;
using Dari.Sandboxes;
using Dari.Uploads;

namespace Dari.Cli.Transfers;

/// <summary>Uploads a file, a folder or what comes in, in parts, and keeps the ticket with which it goes on.</summary>
internal sealed class Uploader(SandboxClient sandbox, FileUploadRequest request, Action<string> showProgress)
{
    /// <summary>Uploads.</summary>
    /// <returns>What was published.</returns>
    /// <exception cref="CliException">It cannot go on.</exception>
    public async Task<UploadedFiles> RunAsync(CancellationToken cancellationToken)
    {
        UploadTicketFile? ticket = request.IsStream
            ? null
            : UploadTickets.For($"{request.Api}\n{request.Target}\n{request.User}\n{request.Conflict}\n{Path.GetFullPath(request.Source)}");
        try
        {
            if (ticket is not null && !request.IsResumed)
            {
                await AbandonAsync(ticket, cancellationToken);
            }

            return await SendAsync(Options(ticket), cancellationToken);
        }
        catch (UploadException exception) when (exception.Fault == UploadFault.AlreadyCompleted)
        {
            return new UploadedFiles(exception.UploadId ?? "", request.Target.Path, null, null);
        }
        catch (UploadException exception) when (exception.Fault == UploadFault.TicketInUse)
        {
            throw new CliException(Code(exception.Fault), "The same upload is under way in another process.", exception);
        }
        catch (UploadException exception)
        {
            throw new CliException(Code(exception.Fault), exception.Message, exception)
            {
                Hint = exception.CanResume && ticket is not null ? "When that is mended, --resume goes on with what is there already." : null,
            };
        }
        catch (Exception exception) when (ticket is not null && exception is HttpRequestException or TimeoutException or OperationCanceledException)
        {
            bool isInterrupted = cancellationToken.IsCancellationRequested;
            throw new CliException(isInterrupted ? "interrupted" : "unreachable", isInterrupted ? "Interrupted." : exception.Message, exception)
            {
                Hint = "What was sent so far is kept; --resume goes on with it.",
            };
        }
    }

    /// <summary>The codes of the sandbox's own command.</summary>
    private static string Code(UploadFault fault) => fault switch
    {
        UploadFault.TargetConflict => "upload_conflict",
        UploadFault.QuotaExceeded => "quota_exceeded",
        UploadFault.TooLarge or UploadFault.SourceTooLong => "file_upload_limit_exceeded",
        UploadFault.SourceChanged => "source_changed",
        UploadFault.TicketMismatch => "invalid_ticket",
        UploadFault.TicketInUse => "conflict",
        UploadFault.DigestMismatch => "digest_mismatch",
        UploadFault.Gone => "upload_not_found",
        UploadFault.InvalidAnswer => "invalid_response",
        _ => "upload_failed",
    };

    private async Task<UploadedFiles> SendAsync(UploadOptions options, CancellationToken cancellationToken)
    {
        string id = request.Target.SandboxId;
        if (request.IsStream)
        {
            await using Stream input = Console.OpenStandardInput();
            return Published(await sandbox.Uploads.UploadStreamAsync(
                id, input, new() { TargetPath = request.Target.Path, Conflict = new(request.Conflict), User = request.User }, options, null, cancellationToken));
        }

        return Published(request.IsFolder
            ? await sandbox.Uploads.UploadDirectoryAsync(
                id, request.Source, new() { TargetPath = request.Target.Path, Conflict = new(request.Conflict), User = request.User }, options, null, cancellationToken)
            : await sandbox.Uploads.UploadFileAsync(
                id, request.Source, new() { TargetPath = request.Target.Path, Conflict = new(request.Conflict), User = request.User }, options, null, cancellationToken));
    }

    private static UploadedFiles Published(UploadPublished published) =>
        new(published.Session.UploadId, published.Session.TargetPath, (long)published.PublishedBytes, (long)published.PublishedFileCount);

    private UploadOptions Options(UploadTicketFile? ticket) => new()
    {
        MaxConcurrency = request.MaxConcurrency,
        IgnorePatterns = request.Exclude,
        Ticket = ticket,
        Progress = new TransferWatch(showProgress),
    };

    /// <summary>An earlier upload that is not continued need not hold space at the service.</summary>
    private async Task AbandonAsync(UploadTicketFile ticket, CancellationToken cancellationToken)
    {
        using IDisposable own = ticket.Lock();
        try
        {
            if ((await ticket.LoadAsync(cancellationToken))?.UploadId is { } uploadId)
            {
                await sandbox.Uploads.AbortAsync(request.Target.SandboxId, uploadId, cancellationToken: cancellationToken);
            }
        }
        catch (Exception exception) when (exception is ApiException or UploadException)
        {
            // It is over already, or the ticket cannot be read: there is nothing to give up.
        }

        await ticket.DeleteAsync(cancellationToken);
    }
}
