using Dari.Http;
using Dari.Json;
using Dari.Uploads.Sending;
using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads;

/// <summary>
/// Uploads in parts over the operations of a document. Generated code says which operations they are and how their
/// answers read; everything else is done here.
/// </summary>
/// <typeparam name="TRequest">What announces an upload.</typeparam>
/// <typeparam name="TResult">What the service answers when it is complete.</typeparam>
/// <param name="pipeline">Sends the calls.</param>
public sealed class ResumableUpload<TRequest, TResult>(ApiPipeline pipeline)
{
    /// <summary>The name of the operation that announces, for tickets.</summary>
    public required string Operation { get; init; }

    /// <summary>The path of the call that announces: a ticket is good for this one only.</summary>
    public required ApiPath Scope { get; init; }

    /// <summary>Reads an announcement out of a ticket.</summary>
    public required ReadJson<TRequest> ReadRequest { get; init; }

    /// <summary>Writes an announcement into a ticket.</summary>
    public required WriteJson<TRequest> WriteRequest { get; init; }

    /// <summary>Announces an upload.</summary>
    public required Func<TRequest, RequestOptions, CancellationToken, Task<UploadState>> Create { get; init; }

    /// <summary>Sends a part.</summary>
    public required Func<UploadPart, RequestOptions, CancellationToken, Task<UploadState>> SendPart { get; init; }

    /// <summary>Asks how far an upload is, by its id.</summary>
    public required Func<string, RequestOptions, CancellationToken, Task<UploadState>> Report { get; init; }

    /// <summary>Completes an upload, by its id and the digest of all its bytes.</summary>
    public required Func<string, string, RequestOptions, CancellationToken, Task<TResult>> Complete { get; init; }

    /// <summary>Gives an upload up, by its id; null where the service has no such operation.</summary>
    public Func<string, RequestOptions, CancellationToken, Task>? Abort { get; init; }

    /// <summary>What the service's words for stages mean.</summary>
    public required IReadOnlyDictionary<string, UploadStage> Stages { get; init; }

    /// <summary>What words in the body of an error mean.</summary>
    public IReadOnlyDictionary<string, UploadFault> Faults { get; init; } = new Dictionary<string, UploadFault>();

    /// <summary>Where in the body of an error those words stand: names of members, parted by <c>/</c>.</summary>
    public IReadOnlyList<string> FaultPaths { get; init; } = [];

    /// <summary>The number of the first part.</summary>
    public int FirstPart { get; init; }

    /// <summary>Whether announcing takes an idempotency key; without one a lost answer cannot be asked for again.</summary>
    public bool CreateTakesKey { get; init; }

    /// <summary>Whether completing takes an idempotency key.</summary>
    public bool CompleteTakesKey { get; init; }

    /// <summary>Whether completing takes the digest of all bytes.</summary>
    public bool SendsDigest { get; init; }

    /// <summary>Uploads a file, or goes on with its upload.</summary>
    /// <param name="path">The file.</param>
    /// <param name="request">Makes the announcement, given the number of bytes.</param>
    /// <param name="upload">How it is done.</param>
    /// <param name="options">Headers, timeout and idempotency key of the calls.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>What the service answered in the end.</returns>
    /// <exception cref="UploadException">It cannot go on; <see cref="UploadException.Fault"/> says why.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read, or the ticket cannot be kept.</exception>
    /// <inheritdoc cref="ApiPipeline.SendAsync{T}" path="/exception"/>
    public Task<TResult> SendFileAsync(
        string path,
        Func<long, TRequest> request,
        UploadOptions? upload,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        return RunAsync(_ => Opened(FileSource.Open(full)), request, upload, options, cancellationToken);
    }

    /// <summary>Uploads what is left in a stream, or goes on with its upload.</summary>
    /// <param name="content">
    /// The stream, which is not closed. One that cannot seek is spooled first, for its length has to be announced.
    /// </param>
    /// <param name="request">Makes the announcement, given the number of bytes.</param>
    /// <param name="upload">How it is done.</param>
    /// <param name="options">Headers, timeout and idempotency key of the calls.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>What the service answered in the end.</returns>
    /// <exception cref="UploadException">It cannot go on; <see cref="UploadException.Fault"/> says why.</exception>
    /// <exception cref="IOException">The stream cannot be read, or it or the ticket cannot be kept.</exception>
    /// <inheritdoc cref="ApiPipeline.SendAsync{T}" path="/exception"/>
    public Task<TResult> SendStreamAsync(
        Stream content,
        Func<long, TRequest> request,
        UploadOptions? upload,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        }

        return RunAsync(
            run => content.CanSeek
                ? Opened(new StreamSource(content))
                : run.SpoolAsync(content, cancellationToken),
            request,
            upload,
            options,
            cancellationToken);
    }

    /// <summary>Uploads a folder as a tar that is made while it is sent, or goes on with its upload.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="request">Makes the announcement, given the number of bytes of the tar.</param>
    /// <param name="upload">How it is done, and what of the folder is left out.</param>
    /// <param name="options">Headers, timeout and idempotency key of the calls.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>What the service answered in the end.</returns>
    /// <exception cref="UploadException">It cannot go on; <see cref="UploadException.Fault"/> says why.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="Archiving.ArchiveException">A file of it cannot be taken.</exception>
    /// <exception cref="IOException">A file cannot be read, or the ticket cannot be kept.</exception>
    /// <inheritdoc cref="ApiPipeline.SendAsync{T}" path="/exception"/>
    public Task<TResult> SendFolderAsync(
        string path,
        Func<long, TRequest> request,
        UploadOptions? upload,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        UploadOptions how = upload ?? new UploadOptions();
        return RunAsync(_ => Opened(FolderSource.Open(full, how)), request, how, options, cancellationToken);
    }

    /// <summary>Goes on with an upload, from its ticket alone.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="upload">
    /// How it is done. For a folder: the same patterns as before. Its <see cref="UploadOptions.Ticket"/> keeps new tickets.
    /// </param>
    /// <param name="options">Headers and timeout of the calls.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>What the service answered in the end.</returns>
    /// <exception cref="UploadException">It cannot go on; <see cref="UploadException.Fault"/> says why.</exception>
    /// <exception cref="IOException">The source cannot be read, or the ticket cannot be kept.</exception>
    /// <inheritdoc cref="ApiPipeline.SendAsync{T}" path="/exception"/>
    public async Task<TResult> ResumeAsync(
        UploadTicket ticket, UploadOptions? upload, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        UploadOptions how = upload ?? new UploadOptions();
        using IDisposable? own = how.Ticket?.Lock();
        using var keeper = new TicketKeeper(how.Ticket, ticket.Data);
        UploadRun<TRequest, TResult> run = new(this, pipeline, how, options, keeper);
        return await run.ResumeAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<TResult> RunAsync(
        Func<UploadRun<TRequest, TResult>, Task<UploadSource>> open,
        Func<long, TRequest> request,
        UploadOptions? upload,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        UploadOptions how = upload ?? new UploadOptions();
        using IDisposable? own = how.Ticket?.Lock();
        UploadTicket? ticket = how.Ticket is null
            ? null
            : await how.Ticket.LoadAsync(cancellationToken).ConfigureAwait(false);
        using var keeper = new TicketKeeper(how.Ticket, ticket?.Data);
        UploadRun<TRequest, TResult> run = new(this, pipeline, how, options, keeper);
        return await run.StartAsync(() => open(run), request, cancellationToken).ConfigureAwait(false);
    }

    private static Task<UploadSource> Opened(UploadSource source) => Task.FromResult(source);
}
