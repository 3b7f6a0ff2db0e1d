using System.Globalization;
using Dari.Idempotency;
using Xunit.Abstractions;

namespace Dari.Runtime.Tests.Idempotency;

/// <summary>Real processes, killed for real. <c>DARI_KILLS</c> says how many; few by default.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Points = ["before-send", "in-service", "after-answer", "at-random"];
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whenever_a_process_dies_the_work_of_each_call_is_done_once()
    {
        int kills = Worker.Kills(usual: 8);
        int calls = kills + 8;
        await using var ledger = new WorkLedger();
        var made = new Dictionary<string, int>();
        for (int i = 0; i < kills; i++)
        {
            // At the second request: the first one repeats what the last process left open.
            string point = Points[i % Points.Length];
            using Worker worker = Call(ledger, calls, point, send: 2);
            if (point == "at-random")
            {
                await worker.ReadyAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * 60));
                worker.Kill();
            }

            await worker.EndAsync();
            made[point] = made.GetValueOrDefault(point) + (worker.IsFinished ? 0 : 1);
        }

        using Worker last = Call(ledger, calls, "never", 0);
        await last.EndAsync();
        last.IsFinished.ShouldBeTrue();
        ledger.ShouldHaveDoneOnce(calls);
        int sum = made.Values.Sum();
        sum.ShouldBeGreaterThanOrEqualTo(kills / 2);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sum} kills ({string.Join(", ", made.Select(static one => $"{one.Key} {one.Value}"))}), {calls} calls, "
            + $"{ledger.Requests} requests, 0 works done twice"));
    }

    [Fact]
    public async Task Processes_that_race_for_the_same_calls_do_each_once()
    {
        const int Racers = 3;
        int calls = Math.Max(12, Worker.Kills(usual: 8) / 2);
        await using var ledger = new WorkLedger();
        Worker[] racers = [.. Enumerable.Range(0, Racers).Select(i => Call(ledger, calls, i == 0 ? "in-service" : "never", calls / 4))];
        await Task.WhenAll(racers.Select(static racer => racer.EndAsync()));

        racers.Count(static racer => racer.IsFinished).ShouldBeGreaterThanOrEqualTo(Racers - 1);
        ledger.ShouldHaveDoneOnce(calls);

        // Who comes second waits for the first one's answer; only what a dead process sent is sent again.
        ledger.Requests.ShouldBeLessThanOrEqualTo(calls + ledger.Killed);
        output.WriteLine($"{Racers} processes, {ledger.Killed} killed, {calls} calls, {ledger.Requests} requests, 0 works done twice");
        Array.ForEach(racers, static racer => racer.Dispose());
    }

    [Theory]
    [InlineData(1L << 30, true)]
    [InlineData(200_000, false)]
    public async Task What_a_process_was_told_is_kept_is_kept_although_it_dies_while_it_writes(long maxBytes, bool keepsAll)
    {
        int kills = Worker.Kills(usual: 4);
        var begun = new Dictionary<string, string>();
        var ended = new HashSet<string>();
        for (int i = 0; i < kills; i++)
        {
            // Two at once: the one that is left must not wait for the lock of the one that died.
            using var worker = Worker.Start("append", _folder.File, 400, maxBytes);
            using var other = Worker.Start("append", _folder.File, 2, maxBytes);
            await worker.ReadyAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * 150));
            worker.Kill();
            await Task.WhenAll(worker.EndAsync(), other.EndAsync());
            other.Lines.Count(static line => line.StartsWith("ended", StringComparison.Ordinal)).ShouldBe(2);
            foreach (string[] said in worker.Lines.Concat(other.Lines).Select(static line => line.Split(' ')).Where(static words => words.Length == 3))
            {
                begun[said[1]] = said[2];
                _ = said[0] == "ended" && ended.Add(said[1]);
            }
        }

        // What has ended may be forgotten to make room, and nothing else.
        FileIdempotencyJournal journal = _folder.Open(new IdempotencyJournalOptions { MaxBytes = 1L << 30 });
        foreach ((string name, string key) in begun.Where(one => keepsAll || one.Key.EndsWith("open", StringComparison.Ordinal)))
        {
            IdempotencyEntry entry = await journal.BeginAsync(
                new IdempotentCall { Name = name, Key = "another", Operation = "POST /x", Service = "http://localhost", Digest = name }, default);
            entry.Call.Key.ShouldBe(key);
            (entry.Outcome is not null || !ended.Contains(name)).ShouldBeTrue(name);
        }

        output.WriteLine($"{kills} kills while writing, {begun.Count} calls kept, {ended.Count} with their answers, 0 lost");
    }

    private Worker Call(WorkLedger ledger, int calls, string point, int send) =>
        Worker.Start("call", _folder.File, ledger.Url, calls, point, send);
}
