using System.Net;
using Dari;
using Dari.Polling;
using Dari.Snapshots;

namespace Quickstart.Steps;

/// <summary>Builds a bootable snapshot from a container image, and deletes it whatever happens.</summary>
internal sealed class BuildSnapshot(ISnapshotClient client, StepLog log)
{
    private const string Image = "docker.io/library/python:3.11-slim";

    public async Task RunAsync()
    {
        SnapshotInfo snapshot = await log.RunAsync("Start a snapshot build", StartAsync);
        try
        {
            await log.RunAsync("Wait until it is ready", step => WaitAsync(step, snapshot.Id));
        }
        finally
        {
            await log.CleanUpAsync("Delete the snapshot", step => DeleteAsync(step, snapshot.Id));
        }
    }

    private async Task<SnapshotInfo> StartAsync(Step step)
    {
        var wanted = new SnapshotCreateRequest
        {
            OciImage = Image,
            Name = "dari-generator-quickstart",
            VcpuCount = 2,
            MemoryMb = 1024,
            BuildArgs = new SnapshotBuildArgs
            {
                ExtraPipPackages = "numpy",
                Envs = new Dictionary<string, string> { ["APP_ENV"] = "quickstart" },
            },
        };
        SnapshotInfo snapshot = await client.Snapshots.CreateAsync(wanted, cancellationToken: step.Cancellation);
        step.Check(snapshot.OciImage.GetValueOrDefault() == Image, $"the build is of the image {snapshot.OciImage}");
        step.Result = $"{snapshot.Id}, {snapshot.Status}";
        return snapshot;
    }

    private async Task WaitAsync(Step step, string snapshotId)
    {
        var poll = new PollOptions<SnapshotInfo>
        {
            Interval = TimeSpan.FromMilliseconds(50),
            Progress = new Seen<SnapshotInfo>(step),
        };
        SnapshotInfo snapshot = await client.Snapshots.WaitUntilReadyAsync(snapshotId, poll, cancellationToken: step.Cancellation);
        step.Result = snapshot.Status;
    }

    private async Task DeleteAsync(Step step, string snapshotId)
    {
        await client.Snapshots.DeleteAsync(snapshotId, cancellationToken: step.Cancellation);
        step.Check(await IsGoneAsync(step, snapshotId), "the snapshot is still there");
        step.Result = snapshotId;
    }

    private async Task<bool> IsGoneAsync(Step step, string snapshotId)
    {
        try
        {
            await client.Snapshots.GetAsync(snapshotId, cancellationToken: step.Cancellation);
            return false;
        }
        catch (ApiException failure) when (failure.StatusCode == HttpStatusCode.NotFound)
        {
            return true;
        }
    }
}
