using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dari.Emulator.Dari.Manifests;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;
using Dari.Emulator.Storage;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Reserves, verifies and deletes source snapshots.</summary>
internal sealed class SourceSnapshotRoutes(DariParts parts)
{
    private static readonly Dictionary<string, string> UploadHeaders = new()
    {
        ["Content-Type"] = "application/gzip",
        ["x-goog-content-sha256"] = "UNSIGNED-PAYLOAD",
    };

    private readonly ServiceContext _context = parts.Context;
    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes)
    {
        routes.Map("createSourceSnapshot", Reserve);
        routes.Map("finalizeSourceSnapshot", FinalizeAsync);
        routes.Map("getSourceSnapshotManifest", ReadManifest);
        routes.Map("deleteSourceSnapshot", Delete);
    }

    private Reply Reserve(Call call)
    {
        long size = call.Body["size_bytes"]!.GetValue<long>();
        if (size <= 0 || size > _context.Options.MaxSourceArchiveBytes)
        {
            throw new ServiceFault(422, "invalid_request", "size_bytes is not a size that is allowed.");
        }

        string id = Ids.New("src_");
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(_context.Folder, "snapshots")).FullName, id + ".tar.gz");
        Uri url = _context.Uploads.Open(file, UploadHeaders, _context.Options.SourceUploadLifetime, _context.Options.MaxSourceArchiveBytes, out UploadTarget target);
        lock (_state.Gate)
        {
            _state.Snapshots.Add(new SourceSnapshot
            {
                Id = id,
                Organization = call.Caller.Organization,
                CreatedAt = _context.Now,
                Sha256 = call.Body["sha256"]!.GetValue<string>(),
                Size = size,
                File = file,
                Target = target,
            });
        }

        return Reply.Json(201, new JsonObject
        {
            ["source_snapshot_id"] = id,
            ["upload_url"] = url.ToString(),
            ["upload_headers"] = new JsonObject(UploadHeaders.Select(static header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["expires_at"] = Times.Text(target.ExpiresAt),
            ["status"] = "pending_upload",
        });
    }

    private async Task<Reply> FinalizeAsync(Call call)
    {
        SourceSnapshot snapshot = Find(call);
        string? failure = snapshot.Status == "pending_upload" ? await VerifyAsync(snapshot, call.Ended) : snapshot.FailureReason;
        lock (_state.Gate)
        {
            // The first of several calls decides; the others repeat what it found.
            if (snapshot.Status == "pending_upload")
            {
                snapshot.Status = failure is null ? "ready" : "failed";
                snapshot.FailureReason = failure;
                _context.Uploads.Close(snapshot.Target);
            }

            return Reply.Json(200, new JsonObject
            {
                ["source_snapshot_id"] = snapshot.Id,
                ["status"] = snapshot.Status,
                ["failure_reason"] = snapshot.FailureReason,
            });
        }
    }

    private async Task<string?> VerifyAsync(SourceSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (!File.Exists(snapshot.File))
        {
            return _context.Now >= snapshot.Target.ExpiresAt
                ? "The archive was not uploaded before the upload target expired."
                : "The archive was not uploaded.";
        }

        await using FileStream archive = File.OpenRead(snapshot.File);
        if (archive.Length != snapshot.Size)
        {
            return $"The size does not match: {snapshot.Size} bytes were announced, {archive.Length} uploaded.";
        }

        string digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(archive, cancellationToken));
        return digest == snapshot.Sha256 ? null : "The checksum does not match.";
    }

    private Reply ReadManifest(Call call)
    {
        SourceSnapshot snapshot = Find(call);
        return snapshot.Status == "ready"
            ? Reply.Json(200, ManifestReader.Read(snapshot.File).Source)
            : throw new ServiceFault(422, "not_ready", "The source snapshot is not ready.");
    }

    private Reply Delete(Call call)
    {
        SourceSnapshot snapshot = Find(call);
        lock (_state.Gate)
        {
            _state.Snapshots.Remove(snapshot);
        }

        _context.Uploads.Close(snapshot.Target);
        File.Delete(snapshot.File);
        return Reply.Empty();
    }

    private SourceSnapshot Find(Call call)
    {
        lock (_state.Gate)
        {
            return _state.Snapshots.Find(call.Path("source_snapshot_id"), call.Caller);
        }
    }
}
