using Dari.Agents;

namespace Quickstart.Steps;

/// <summary>Publishes the folder <c>agent</c>: a storage provider gets the archive, Dari only its digest.</summary>
internal sealed class PublishAgent(IDariClient dari, StepLog log, TemporaryFolder folder)
{
    public async Task<CreatedAgent> RunAsync()
    {
        SourceArchive archive = await log.RunAsync("Pack the agent", PackAsync);
        SourceSnapshotReservation target = await log.RunAsync(
            "Reserve a source snapshot", step => ReserveAsync(step, archive));
        await log.RunAsync("Upload the archive", step => UploadAsync(step, archive, target));
        await log.RunAsync("Finalize the snapshot", step => FinalizeAsync(step, target.SourceSnapshotId));
        return await log.RunAsync("Create the agent", step => CreateAsync(step, target.SourceSnapshotId));
    }

    private async Task<SourceArchive> PackAsync(Step step)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "agent");
        step.Check(File.Exists(Path.Combine(source, "dari.yml")), "the folder has no dari.yml");

        SourceArchive archive = await SourceArchive.PackAsync(source, folder.File("agent.tar.gz"), step.Cancellation);
        SourceArchive again = await SourceArchive.PackAsync(source, folder.File("again.tar.gz"), step.Cancellation);
        step.Check(archive.Sha256 == again.Sha256, "packing the same folder twice gave different archives");

        step.Result = $"{archive.FileCount} files in {archive.SizeBytes} bytes, SHA-256 {archive.Sha256[..12]}…";
        return archive;
    }

    private async Task<SourceSnapshotReservation> ReserveAsync(Step step, SourceArchive archive)
    {
        SourceSnapshotReservation target = await dari.SourceSnapshots.CreateAsync(
            new CreateSourceSnapshotRequest
            {
                Sha256 = archive.Sha256,
                SizeBytes = archive.SizeBytes,
                Metadata = new() { ["origin"] = "quickstart" },
            },
            cancellationToken: step.Cancellation);
        step.Check(target.Status == SourceSnapshotStatus.PendingUpload, $"the status is {target.Status}");
        step.Check(target.ExpiresAt > DateTimeOffset.UtcNow, "the place to upload to has expired already");

        // The address is not shown: whoever knows it can upload.
        step.Result = $"{target.SourceSnapshotId}, open until {target.ExpiresAt:u}";
        return target;
    }

    private static async Task UploadAsync(Step step, SourceArchive archive, SourceSnapshotReservation target)
    {
        // A client of its own, which knows no API key: the address is somebody else's and a secret by itself.
        using var http = new HttpClient();
        await using FileStream content = File.OpenRead(archive.Path);
        using var request = new HttpRequestMessage(HttpMethod.Put, target.UploadUrl);
        request.Content = new StreamContent(content);
        foreach ((string name, string value) in target.UploadHeaders)
        {
            // .NET keeps headers about the body, such as Content-Type, with the body.
            bool isSet = request.Headers.TryAddWithoutValidation(name, value)
                || request.Content.Headers.TryAddWithoutValidation(name, value);
            step.Check(isSet, $"the header {name} cannot be sent");
        }

        using HttpResponseMessage response = await http.SendAsync(request, step.Cancellation);
        step.Check(response.IsSuccessStatusCode, $"the storage provider answered {(int)response.StatusCode}");
        step.Result = $"{archive.SizeBytes} bytes, {target.UploadHeaders.Count} given headers, no API key";
    }

    private async Task FinalizeAsync(Step step, string snapshotId)
    {
        FinalizedSourceSnapshot snapshot = await dari.SourceSnapshots.FinalizeAsync(
            snapshotId, cancellationToken: step.Cancellation);
        step.Check(
            snapshot.Status == SourceSnapshotStatus.Ready,
            $"the status is {snapshot.Status}: {snapshot.FailureReason ?? "no reason given"}");
        step.Result = $"{snapshot.Status}: size and digest are as reserved";
    }

    private async Task<CreatedAgent> CreateAsync(Step step, string snapshotId)
    {
        CreatedAgent agent = await dari.Agents.CreateAsync(
            new CreateAgentRequest { SourceSnapshotId = snapshotId }, cancellationToken: step.Cancellation);
        Agent stored = await dari.Agents.GetAsync(agent.Id, cancellationToken: step.Cancellation);
        step.Check(stored.Name == agent.Name, $"the agent is called {stored.Name}, but was created as {agent.Name}");
        step.Check(stored.ActiveVersionId == agent.ActiveVersionId, "another version than the created one is active");
        step.Result = $"{agent.Name}, {agent.Id}, version {agent.ActiveVersionId}";
        return agent;
    }
}
