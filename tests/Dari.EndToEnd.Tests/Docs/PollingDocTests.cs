using Dari.Emulator;
using Dari.Polling;
using Dari.Sandboxes;
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

    [Fact]
    public async Task The_sample_of_the_page_starts_and_waits_in_one_call()
    {
        DocSample.ShouldBeIn("docs/polling.md");
        await using DariEmulator emulator = await DariEmulator.StartAsync();
        using var client = new SnapshotClient(new ClientOptions { BaseUrl = emulator.SnapshotUrl, ApiKey = emulator.SnapshotApiKey });

        // sample
        SnapshotInfo snapshot = await client.Snapshots.CreateAndWaitUntilReadyAsync(
            new() { OciImage = "docker.io/library/python:3.11-slim", Name = "numbers" },
            new() { Deadline = TimeSpan.FromMinutes(10) },
            new RequestOptions { Headers = { ["X-Trace"] = "build-42" } });
        // end

        Assert.Equal("ready", snapshot.Status);
    }

    [Fact]
    public async Task A_start_under_a_key_is_waited_for_again()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync();
        using var client = new SandboxClient(new ClientOptions { BaseUrl = emulator.SandboxUrl, ApiKey = emulator.SandboxApiKey });
        Sandbox first = await client.Sandboxes.CreateAndWaitUntilRunningAsync(new(), options: new() { IdempotencyKey = "one" });
        Sandbox again = await client.Sandboxes.CreateAndWaitUntilRunningAsync(new(), options: new() { IdempotencyKey = "one" });

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(SandboxStatus.Running, again.Status);
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
