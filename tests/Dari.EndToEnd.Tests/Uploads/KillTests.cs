using System.Globalization;
using Dari.Emulator;
using Dari.Sandboxes;
using Xunit.Abstractions;

namespace Dari.EndToEnd.Tests.Uploads;

/// <summary>
/// Programs that upload are killed at part boundaries and in between, and others go on from the ticket, until all is there.
/// <c>DARI_KILLS</c> says how many kills there are at least; 12 without it.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    // Before a ticket is kept, within that, after it; around requests; within a part; while spooling; at the very end; and
    // from outside, at any time.
    private static readonly string[] Points = ["save", "torn", "saved", "request", "response", "middle", "delete", "spool", "outside"];

    private readonly SortedDictionary<string, int> _kills = new(StringComparer.Ordinal);

    [Fact]
    public async Task Uploads_survive_the_death_of_their_process()
    {
        int wanted = int.Parse(Environment.GetEnvironmentVariable("DARI_KILLS") ?? "12", CultureInfo.InvariantCulture);
        await using DariEmulator emulator = await DariEmulator.StartAsync(new EmulatorOptions { UploadPartSize = 100_000 });
        using var client = new SandboxClient(new ClientOptions { BaseUrl = emulator.SandboxUrl, ApiKey = emulator.SandboxApiKey });
        int uploads = 0;
        while (_kills.Values.Sum() < wanted)
        {
            // The kind follows from the number, and all the luck from the seed.
            string kind = (uploads % 3) switch { 0 => "file", 1 => "directory", _ => "stream" };
            using var trial = await UploadTrial.CreateAsync(emulator, client, kind, uploads);
            await RunAsync(trial, new Random(uploads));
            await trial.CheckAsync();
            uploads++;
        }

        output.WriteLine($"{_kills.Values.Sum()} kills in {uploads} uploads: {string.Join(", ", _kills.Select(one => $"{one.Key} {one.Value}"))}");
        output.WriteLine("0 targets differ, 0 are there twice, 0 keys were used for another body, 0 temporary files are left");
        Assert.Empty(emulator.ContractViolations);
        Assert.DoesNotContain(emulator.Calls, static call => call.Status is 409 or 422);
    }

    private async Task RunAsync(UploadTrial trial, Random luck)
    {
        // Each upload dies up to six times; then it may end.
        for (int deaths = 0; deaths < 6; deaths++)
        {
            string point = Points[luck.Next(Points.Length)];
            string die = point == "outside" ? "never" : $"{point}:{1 + luck.Next(8)}";
            TimeSpan? limit = point == "outside" ? TimeSpan.FromMilliseconds(luck.Next(150, 900)) : null;
            if (await trial.RunAsync(die, limit))
            {
                return;
            }

            _kills[point] = _kills.GetValueOrDefault(point) + 1;
        }

        Assert.True(await trial.RunAsync("never", null));
    }
}
