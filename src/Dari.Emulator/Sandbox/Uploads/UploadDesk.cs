using System.Collections.Concurrent;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>All uploads of one sandbox or volume.</summary>
internal sealed class UploadDesk(
    UploadDestination destination, UploadLimits limits, TimeSpan lifetime, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, UploadSession> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Announces an upload.</summary>
    /// <exception cref="ServiceFault">400, 409, 413, 422 or 429.</exception>
    public UploadSession Create(UploadRequest request)
    {
        request.Check();
        if (request.ContentLength > limits.MaxUploadBytes)
        {
            throw SandboxFault.TooLarge($"An upload has at most {limits.MaxUploadBytes} bytes.");
        }

        var target = UploadPublication.Target(
            destination.View, destination.Resolve(request.TargetPath, request.User), request.IsFolder, request.Conflict);
        target.Tree.Reserve(request.ContentLength);
        lock (_gate)
        {
            ReserveStaging(request.ContentLength);
            var session = new UploadSession(request, target.Path, destination.View.StagingFolder, limits, lifetime, clock);
            _sessions[session.Id] = session;
            return session;
        }
    }

    /// <summary>An upload, in the stage that the clock says.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public UploadSession Get(string id)
    {
        if (!_sessions.TryGetValue(id, out var session))
        {
            throw SandboxFault.NotFound("There is no such upload.");
        }

        session.Settle();
        return session;
    }

    /// <summary>Stores a part.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="number">Number of the part, from 0.</param>
    /// <param name="bytes">Bytes as they come in.</param>
    /// <param name="announcedLength">Length that was announced, if one was.</param>
    /// <param name="digest">Digest that was announced, if one was.</param>
    /// <param name="cancellationToken">Ends it when the caller is gone.</param>
    public async Task<UploadSessionView> SendPartAsync(
        string id, int number, Stream bytes, long? announcedLength, string? digest, CancellationToken cancellationToken)
    {
        var session = Get(id);
        var turn = session.BeginPart(number);
        try
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                return await PartWriter.WriteAsync(session, number, bytes, announcedLength, digest, cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            session.EndPart();
        }
    }

    /// <summary>Verifies and publishes an upload.</summary>
    /// <exception cref="ServiceFault">409: not whole, or a clash. 422: wrong digest, or an unsafe archive.</exception>
    public async Task<UploadPublished> CompleteAsync(
        string id, CompleteUploadRequest request, CancellationToken cancellationToken)
    {
        if (request.WholeChecksumSha256 is { } announced)
        {
            UploadDigest.Check(announced);
        }

        var session = Get(id);
        session.BeginComplete(request.WholeChecksumSha256);
        var count = await VerifyAndPublishAsync(
            session, request.WholeChecksumSha256 ?? session.WholeChecksum, cancellationToken);
        return new UploadPublished(session.View(), session.ContentLength, count);
    }

    private async Task<long> VerifyAndPublishAsync(
        UploadSession session, string? digest, CancellationToken cancellationToken)
    {
        var status = UploadStatus.Staged;
        try
        {
            if (digest is not null && await UploadDigest.OfFileAsync(session.ContentFile, cancellationToken) != digest)
            {
                status = UploadStatus.Failed;
                throw UploadDigest.Mismatch("the upload");
            }

            var count = session.IsFolder
                ? UploadPublication.PublishFolder(destination.View, session)
                : UploadPublication.PublishFile(destination.View, session);
            status = UploadStatus.Completed;
            return count;
        }
        catch (UnsafeArchiveException unsafeArchive)
        {
            // The bytes are what they are: asking again cannot make the archive a safe one.
            status = UploadStatus.Failed;
            throw SandboxFault.Fields(unsafeArchive.Message, "unsafe_archive");
        }
        finally
        {
            session.EndComplete(status);
        }
    }

    private void ReserveStaging(long bytes)
    {
        foreach (var session in _sessions.Values)
        {
            session.Settle();
        }

        var quota = limits.SandboxStagingQuotaBytes ?? limits.StagingQuotaBytes ?? long.MaxValue;
        if (_sessions.Values.Sum(session => session.ReservedBytes) > quota - bytes)
        {
            throw SandboxFault.Exhausted("The staging space for uploads is used up.", "quota_exceeded", isRetryable: true);
        }
    }
}
