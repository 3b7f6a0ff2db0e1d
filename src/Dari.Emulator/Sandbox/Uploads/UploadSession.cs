using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>One resumable upload: its stage, its parts and its staging folder.</summary>
internal sealed class UploadSession
{
    private readonly UploadRequest _request;
    private readonly UploadLimits _limits;
    private readonly Dictionary<int, SemaphoreSlim> _turns = [];
    private int _underWay;
    private readonly TimeProvider _clock;

    /// <summary>An upload that was just announced.</summary>
    public UploadSession(
        UploadRequest request, string targetPath, string stagingFolder, UploadLimits limits, TimeSpan lifetime, TimeProvider clock)
    {
        _request = request;
        _limits = limits;
        _clock = clock;
        TargetPath = targetPath;
        Parts = new UploadParts(request.ContentLength, limits.MaxPartBytes);
        CreatedAt = UpdatedAt = clock.GetUtcNow();
        ExpiresAt = CreatedAt + lifetime;
        Status = Parts.IsWhole ? UploadStatus.Staged : UploadStatus.Created;
        StagingFolder = Path.Combine(stagingFolder, Id);
        Directory.CreateDirectory(StagingFolder);
        using var content = File.Create(ContentFile);
    }

    public string Id { get; } = Ids.New("upload_", 8);

    public string TargetPath { get; }

    public string StagingFolder { get; }

    /// <summary>The file that the parts are written into, each at its place.</summary>
    public string ContentFile => Path.Combine(StagingFolder, "content");

    public UploadParts Parts { get; }

    public string Status { get; private set; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; }

    public long ContentLength => _request.ContentLength;

    public bool IsFolder => _request.IsFolder;

    public string Conflict => _request.Conflict;

    public string? User => _request.User;

    public string? WholeChecksum => _request.WholeChecksumSha256;

    /// <summary>Staging space held; none any more when the upload has ended.</summary>
    public long ReservedBytes => UploadStatus.IsFinal(Status) ? 0 : ContentLength;

    /// <summary>Held while the state is read or changed; never while bytes come in.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Ends the upload when its time is over.</summary>
    public void Settle()
    {
        lock (Gate)
        {
            if (!UploadStatus.IsFinal(Status) && Status != UploadStatus.Completing && _clock.GetUtcNow() >= ExpiresAt)
            {
                End(UploadStatus.Expired);
            }
        }
    }

    /// <summary>Gives the upload up; giving it up twice is fine.</summary>
    /// <exception cref="ServiceFault">409: it is published or being published.</exception>
    public void Abort()
    {
        lock (Gate)
        {
            if (Status is UploadStatus.Completed or UploadStatus.Completing)
            {
                throw Refuse("The upload is published already or about to be.");
            }

            if (!UploadStatus.IsFinal(Status))
            {
                End(UploadStatus.Aborted);
            }
        }
    }

    /// <summary>Lets a part in; the answer is the turn to wait for, since the same part may be under way already.</summary>
    /// <exception cref="ServiceFault">400: no such part. 409: ended. 429: too many at once.</exception>
    public SemaphoreSlim BeginPart(int number)
    {
        lock (Gate)
        {
            RefuseEnded();
            if (number < 0 || number >= Parts.Count)
            {
                throw SandboxFault.Invalid($"The upload has {Parts.Count} parts, counted from 0.");
            }

            if (_underWay >= _limits.MaxConcurrency)
            {
                throw SandboxFault.Exhausted(
                    "More parts are under way than the upload allows.", "rate_limit_exceeded", isRetryable: true);
            }

            _underWay++;
            return _turns.TryGetValue(number, out var turn) ? turn : _turns[number] = new SemaphoreSlim(1);
        }
    }

    /// <summary>Ends a part, however it ended.</summary>
    public void EndPart()
    {
        lock (Gate)
        {
            _underWay--;
            RemoveStaging();
        }
    }

    /// <summary>Counts a part whose bytes are on disk.</summary>
    public UploadSessionView Accept(int number, string digest)
    {
        lock (Gate)
        {
            RefuseEnded();
            Parts.Accept(number, digest);
            Turn(Parts.IsWhole ? UploadStatus.Staged : UploadStatus.Uploading);
            return View();
        }
    }

    /// <summary>Takes the upload for publication.</summary>
    /// <exception cref="ServiceFault">409: ended, or parts are missing. 422: another digest than announced.</exception>
    public void BeginComplete(string? digest)
    {
        lock (Gate)
        {
            RefuseEnded();
            if (!Parts.IsWhole)
            {
                throw Refuse("Parts of the upload are missing.");
            }

            if (digest is not null && WholeChecksum is not null && digest != WholeChecksum)
            {
                throw SandboxFault.Fields("The digest differs from the one the upload was announced with.", "checksum_mismatch");
            }

            Turn(UploadStatus.Completing);
        }
    }

    /// <summary>Ends the publication: published, staged again after a clash, or failed for good.</summary>
    public void EndComplete(string status)
    {
        lock (Gate)
        {
            if (UploadStatus.IsFinal(status))
            {
                End(status);
            }
            else
            {
                Turn(status);
            }
        }
    }

    /// <summary>The upload as the service answers it.</summary>
    public UploadSessionView View()
    {
        lock (Gate)
        {
            return new UploadSessionView(
                Id, _request.Kind, _request.SourceKind, TargetPath, ContentLength, Parts.AcceptedBytes, ReservedBytes,
                Parts.Size, Parts.Count, _limits.MaxConcurrency, Status, Conflict, _request.ChecksumAlgorithm, _limits,
                CreatedAt, UpdatedAt, ExpiresAt, User, Parts.Next, _request.ArchiveFormat, WholeChecksum);
        }
    }

    private void RefuseEnded()
    {
        Settle();
        if (Status == UploadStatus.Completing || UploadStatus.IsFinal(Status))
        {
            throw Refuse($"The upload is {Status}.");
        }
    }

    private ServiceFault Refuse(string message) => SandboxFault.Conflict(message, reason: "upload_" + Status);

    private void Turn(string status)
    {
        Status = status;
        UpdatedAt = _clock.GetUtcNow();
    }

    private void End(string status)
    {
        Turn(status);
        RemoveStaging();
    }

    // While a part is still being written its file is open; the last one to leave clears up.
    private void RemoveStaging()
    {
        if (UploadStatus.IsFinal(Status) && _underWay == 0)
        {
            Files.FolderCopy.Remove(StagingFolder);
        }
    }
}
