using System.Text.Json.Nodes;
using Dari.Agents;
using Dari.Cli.Manifests;
using Dari.Cli.Output;

namespace Dari.Cli.Deploying;

/// <summary>
/// Deploys an agent: pack, reserve, upload, finalize, validate, publish. When that fails or is interrupted, the snapshot
/// is removed, and what was done about it is said.
/// </summary>
internal sealed class Deployment(IDariClient dari, DeployRequest request, DeployState state, StepLog log, Terminal terminal)
{
    private static readonly TimeSpan StepLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CleaningLimit = TimeSpan.FromSeconds(30);

    public async Task<DeployResult> RunAsync(AgentManifest manifest, CancellationToken cancellationToken)
    {
        await RemoveAbandonedAsync(cancellationToken);
        await using Bundle bundle = await log.RunAsync("package", async show =>
        {
            Bundle packed = await Bundle.PackAsync(request.Folder, manifest, show, cancellationToken);
            return (packed, $"{packed.Summary.FileCount} files, {Sizes.Text(packed.Summary.Size)}, SHA-256 {packed.Summary.Sha256[..12]}…");
        });
        string? agentId = request.Agent is { } agent
            ? await AgentTarget.ResolveAsync(dari, agent, cancellationToken)
            : state.FindAgent(request.ApiUrl);
        JsonObject metadata = await BundleMetadata.ReadAsync(request.Folder, cancellationToken);
        SourceSnapshotReservation target = await log.RunAsync("reserve", _ => ReserveAsync(bundle, metadata, cancellationToken));
        var publication = new Publication(dari, agentId, manifest.Name, bundle.Summary.Sha256, request.PublishWait);
        bool isPublishing = false;
        try
        {
            state.TrySavePending(request.ApiUrl, new PendingSnapshot(target.SourceSnapshotId, IsPublishing: false));
            await UploadAsync(bundle, target, cancellationToken);
            await FinalizeAsync(target.SourceSnapshotId, cancellationToken);
            await ValidateAsync(target.SourceSnapshotId, cancellationToken);
            state.TrySavePending(request.ApiUrl, new PendingSnapshot(target.SourceSnapshotId, IsPublishing: true));
            isPublishing = true;
            PublishedVersion version = await log.RunAsync("publish", async _ =>
            {
                PublishedVersion published = await publication.RunAsync(target.SourceSnapshotId, cancellationToken);
                return (published, $"{published.AgentId}, version {published.VersionId}");
            });
            Finish(version);
            return new DeployResult(version.AgentId, manifest.Name, version.VersionId, version.AgentUrl, target.SourceSnapshotId) { Bundle = bundle.Summary };
        }
        catch (Exception exception)
        {
            throw await UndoAsync(target.SourceSnapshotId, isPublishing ? publication : null, exception, cancellationToken);
        }
    }

    /// <summary>An agent that is published stays so, also when its folder cannot be written.</summary>
    private void Finish(PublishedVersion version)
    {
        try
        {
            state.ClearPending();
            state.SaveAgent(request.ApiUrl, version.AgentId);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Warn($"The folder cannot remember its agent: {exception.Message} The next deploy goes by the agent's name.");
        }
    }

    private async Task<(SourceSnapshotReservation Result, string Summary)> ReserveAsync(
        Bundle bundle, JsonObject metadata, CancellationToken cancellationToken)
    {
        SourceSnapshotReservation reserved = await dari.SourceSnapshots.CreateAsync(
            new CreateSourceSnapshotRequest { Sha256 = bundle.Summary.Sha256, SizeBytes = bundle.Summary.Size, Metadata = metadata },
            new RequestOptions { Timeout = StepLimit },
            cancellationToken);
        return (reserved, reserved.SourceSnapshotId);
    }

    private Task UploadAsync(Bundle bundle, SourceSnapshotReservation target, CancellationToken cancellationToken) => log.RunAsync("upload", async show =>
    {
        using var upload = new ArchiveUpload();
        await upload.SendAsync(bundle, target, show, cancellationToken);
        return (true, Sizes.Text(bundle.Summary.Size));
    });

    private Task FinalizeAsync(string snapshotId, CancellationToken cancellationToken) => log.RunAsync("finalize", async _ =>
    {
        FinalizedSourceSnapshot snapshot = await dari.SourceSnapshots.FinalizeAsync(
            snapshotId, new RequestOptions { Timeout = StepLimit }, cancellationToken);
        return snapshot.Status == SourceSnapshotStatus.Ready
            ? (true, $"{snapshot.Status}")
            : throw new CliException("snapshot_failed", $"The service refuses the archive: {snapshot.FailureReason ?? $"its status is {snapshot.Status}"}");
    });

    private Task ValidateAsync(string snapshotId, CancellationToken cancellationToken) => log.RunAsync("validate", async _ =>
    {
        await dari.SourceSnapshots.GetManifestAsync(snapshotId, new RequestOptions { Timeout = StepLimit }, cancellationToken);
        return (true, "the manifest is valid");
    });

    /// <summary>A deploy that was killed could not clean up after itself.</summary>
    private async Task RemoveAbandonedAsync(CancellationToken cancellationToken)
    {
        if (state.FindPending(request.ApiUrl) is not { } abandoned)
        {
            return;
        }

        // A version may need it; only the service knows.
        string outcome = abandoned.IsPublishing
            ? $"The last deploy was stopped while it published; its source snapshot {abandoned.Id} was left as it is."
            : await RemoveAsync(abandoned.Id, cancellationToken) is { } problem
                ? $"The last deploy was stopped, and its source snapshot {abandoned.Id} cannot be removed: {problem}"
                : $"The last deploy was stopped; its source snapshot {abandoned.Id} is removed.";
        terminal.Warn(outcome);
        state.ClearPending();
    }

    /// <summary>Removes the snapshot unless a version may have been made of it.</summary>
    /// <returns>The failure, with what was done about it.</returns>
    private async Task<Exception> UndoAsync(string snapshotId, Publication? publication, Exception exception, CancellationToken interrupted)
    {
        // Cleaning up has a time of its own, which the first Ctrl-C does not end.
        using var cleaning = new CancellationTokenSource(CleaningLimit);
        bool isInterrupted = interrupted.IsCancellationRequested;
        if (isInterrupted && publication is not null && await publication.LookAsync(TimeSpan.Zero, cleaning.Token) is { } version)
        {
            Finish(version);
            return Explained(exception, isInterrupted, snapshotId, false, $"It was published all the same: {version.AgentId}, version {version.VersionId}.");
        }

        if (exception is UnknownOutcomeException)
        {
            state.ClearPending();
            return Explained(exception, isInterrupted, snapshotId, false, $"The source snapshot {snapshotId} was left, because a version may need it. Look at the agent's versions before you deploy again.");
        }

        string? problem = await RemoveAsync(snapshotId, cleaning.Token);
        if (problem is null)
        {
            state.ClearPending();
        }

        return Explained(
            exception,
            isInterrupted,
            snapshotId,
            problem is null,
            problem is null
                ? $"The source snapshot {snapshotId} was removed; nothing was published."
                : $"The source snapshot {snapshotId} is left, because it cannot be removed: {problem} The next deploy of this folder tries again.");
    }

    private async Task<string?> RemoveAsync(string snapshotId, CancellationToken cancellationToken)
    {
        try
        {
            await dari.SourceSnapshots.DeleteAsync(snapshotId, new RequestOptions { Timeout = CleaningLimit }, cancellationToken);
            return null;
        }
        catch (ApiException exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException or TimeoutException or IOException or OperationCanceledException)
        {
            return exception.Message;
        }
    }

    private static CliException Explained(Exception exception, bool isInterrupted, string snapshotId, bool isRemoved, string outcome)
    {
        Failure failure = isInterrupted ? new Failure("interrupted", "Interrupted.")
            : exception is UnknownOutcomeException ? new Failure("unknown_outcome", exception.Message)
            : Failure.Of(exception) ?? new Failure("unknown", exception.Message);
        JsonObject details = failure.Details?.DeepClone().AsObject() ?? [];
        details["source_snapshot"] = new JsonObject { ["id"] = snapshotId, ["removed"] = isRemoved };
        return new CliException(failure.Code, failure.Message, exception)
        {
            Hint = failure.Hint,
            Lines = [.. failure.Lines, outcome],
            Details = details,
        };
    }
}
