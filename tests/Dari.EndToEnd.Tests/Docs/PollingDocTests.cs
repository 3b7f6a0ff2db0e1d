using Dari.Emulator;
using Dari.Polling;
using Dari.Snapshots;

namespace Dari.EndToEnd.Tests.Docs;

public sealed class PollingDocTests
{
    [Fact]
    public async Task The_sample_of_the_page_waits_until_the_snapshot_is_ready()
    {
        DocSample.ShouldBeIn("docs/polling.md");
        await using DariEmulator emulator = await DariEmulator.StartAsync();
        using var client = new SnapshotClient(new ClientOptions { BaseUrl = emulator.SnapshotUrl, ApiKey = emulator.SnapshotApiKey });
        SnapshotInfo started = await client.Snapshots.CreateAsync(new() { OciImage = "docker.io/library/python:3.11-slim", Name = "doc" });

        Assert.Equal("ready", await WaitAsync(client, started.Id));
    }

    private static async Task<string> WaitAsync(SnapshotClient client, string snapshotId)
    {
        // sample
        var poll = new PollOptions<SnapshotInfo>
        {
            Interval = TimeSpan.FromMilliseconds(100),
            Deadline = TimeSpan.FromMinutes(10),
            Progress = new Progress<PollProgress<SnapshotInfo>>(seen => Console.WriteLine($"{seen.Elapsed}: {seen.Status}")),
        };
        try
        {
            SnapshotInfo snapshot = await client.Snapshots.WaitUntilReadyAsync(snapshotId, poll);
            return snapshot.Status;
        }
        catch (PollFailedException<SnapshotInfo> failure)
        {
            return $"{failure.State.Name}: {failure.Error}";
        }
        // end
    }
}
