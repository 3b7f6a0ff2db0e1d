using System.Globalization;
using System.Text;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;
using Xunit.Abstractions;

namespace Dari.Runtime.Tests.Streaming;

public sealed class RandomCutTests(ITestOutputHelper output)
{
    private const int Count = 10_000;
    private const int Seed = 20_261_125;

    /// <summary>
    /// Connections that die anywhere, also amid a character, answer 503, end in order or hang; events that come again,
    /// every kind of line end, and packets of every size.
    /// </summary>
    [Fact]
    public async Task Ten_thousand_events_come_once_and_in_order_however_the_connection_is_cut()
    {
        var random = new Random(Seed);
        int connections = 0, refused = 0, repeated = 0, cutAmid = 0, hung = 0;
        await using var server = new LoopbackServer(async (request, answer) =>
        {
            connections++;
            int seen = request["Last-Event-ID"] is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : -1;
            if (connections > 1 && random.Next(10) == 0)
            {
                refused++;
                await answer.SendAsync(503, "", "Retry-After: 0");
                return;
            }

            // Some servers send again what was just seen.
            int first = Math.Max(0, seen + 1 - random.Next(4));
            repeated += seen + 1 - first;
            byte[] body = Body(random, first);
            int end = random.Next(20) == 0 ? body.Length : Math.Min(body.Length, random.Next(1, 4000));
            await answer.StartChunksAsync("Content-Type: text/event-stream");
            for (int sent = 0; sent < end;)
            {
                int size = Math.Min(end - sent, random.Next(2) == 0 ? random.Next(1, 8) : random.Next(1, 4000));
                await answer.ChunkAsync(body.AsMemory(sent, size));
                sent += size;
            }

            if (end == body.Length)
            {
                await answer.ChunkAsync("");
                return;
            }

            cutAmid++;
            if (hung < 3 && random.Next(20) == 0)
            {
                hung++;
                await Task.Delay(Timeout.Infinite, answer.Stop);
            }

            await answer.DropAsync();
        });
        using ApiPipeline pipeline = Service.To(server, new()
        {
            RetryDelay = TimeSpan.FromMilliseconds(1),
            Timeout = TimeSpan.FromSeconds(2),
            MaxReconnects = 1000,
        });

        var got = new List<string>();
        await foreach (string item in pipeline.StreamEventsAsync(Service.Get(), JsonRead.String, null, default))
        {
            got.Add(item);
        }

        output.WriteLine(
            $"seed {Seed}: {got.Count} events over {connections} connections, {cutAmid} cut, {hung} hung, "
            + $"{refused} refused, {repeated} events sent again");
        got.ShouldBe(Enumerable.Range(0, Count).Select(Text));
        cutAmid.ShouldBeGreaterThan(50);
        repeated.ShouldBeGreaterThan(50);
    }

    private static string Text(int number) => $"Ereignis № {number} 🎈";

    // Whole lines of one connection end in one way, as with a real server; comments and ids are mixed in.
    private static byte[] Body(Random random, int first)
    {
        string end = random.Next(3) switch { 0 => "\r\n", 1 => "\r", _ => "\n" };
        var body = new StringBuilder(random.Next(2) == 0 ? "\uFEFF" : "");
        for (int i = first; i < Math.Min(Count, first + 400); i++)
        {
            string data = $"data: \"{Text(i)}\"";
            string[] fields = random.Next(2) == 0 ? [$"id: {i}", data] : [data, "event: x", $"id:{i}"];
            string[] before = random.Next(10) switch { 0 => [": beat", ""], 1 => ["retry: 1", ""], _ => [] };
            int times = random.Next(30) == 0 ? 2 : 1;
            foreach (string line in before.Concat(Enumerable.Repeat<string[]>([.. fields, ""], times).SelectMany(x => x)))
            {
                body.Append(line).Append(end);
            }
        }

        if (first + 400 >= Count)
        {
            body.Append("data: [DONE]").Append(end).Append(end);
        }
        else
        {
            // Never an end in order: what follows is cut.
            body.Append("data: cut");
        }

        return Encoding.UTF8.GetBytes(body.ToString());
    }
}
