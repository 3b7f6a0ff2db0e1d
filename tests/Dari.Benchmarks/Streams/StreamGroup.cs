using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Dari.Benchmarks.Calls;
using Dari.Benchmarks.Json.Plain;
using Dari.Benchmarks.Report;
using Dari.Benchmarks.Shop;

namespace Dari.Benchmarks.Streams;

/// <summary>Streams of many small items, from the client's call to the last item.</summary>
internal sealed class StreamGroup : Group
{
    private const int Items = 100_000;
    private const double Reach = 0.8;

    public override string Name => "streams";

    public override string Title => "Streams of 100,000 items, beside the libraries of .NET with source-generated JSON";

    public override IEnumerable<Row> Run()
    {
        string[] items = ItemTexts();
        byte[] events = EventText(items);
        byte[] lines = Encoding.UTF8.GetBytes(string.Concat(items.Select(item => item + "\n")));
        yield return Row(
            "server-sent events",
            "System.Net.ServerSentEvents",
            events,
            "text/event-stream",
            client => client.Orders.StreamAsync(),
            stream => SseParser.Create(stream, static (_, data) => JsonSerializer.Deserialize(data, PlainContext.Default.OrderItem)!)
                .EnumerateAsync());
        yield return Row(
            "JSON lines",
            "DeserializeAsyncEnumerable",
            lines,
            "application/x-ndjson",
            client => client.Orders.ExportAsync(),
            stream => JsonSerializer.DeserializeAsyncEnumerable(stream, PlainContext.Default.OrderItem, topLevelValues: true));
    }

    /// <summary>Our side of the first row, to be run more than once.</summary>
    public static Func<int> Events()
    {
        var client = new ShopClient(new CannedHandler(HttpStatusCode.OK, "text/event-stream", EventText(ItemTexts())).NewClient());
        return () => Count(client.Orders.StreamAsync()).GetAwaiter().GetResult();
    }

    private static string[] ItemTexts() =>
        [.. Enumerable.Range(0, Items).Select(i => $$"""{"sku":"SKU-{{i}}","quantity":{{i % 9}},"price":12.50}""")];

    private static byte[] EventText(string[] items) =>
        Encoding.UTF8.GetBytes(string.Concat(items.Select((item, i) => $"id: {i}\ndata: {item}\n\n")));

    private static Row Row<T, TOther>(
        string what,
        string beside,
        byte[] body,
        string mediaType,
        Func<ShopClient, IAsyncEnumerable<T>> ours,
        Func<Stream, IAsyncEnumerable<TOther>> other)
    {
        var handler = new CannedHandler(HttpStatusCode.OK, mediaType, body);
        var client = new ShopClient(handler.NewClient());
        HttpClient http = handler.NewClient();
        (Timing first, Timing second) = Timing.Pair(
            () => Count(ours(client)).GetAwaiter().GetResult(),
            () => Read(http, other).GetAwaiter().GetResult());
        return new Row
        {
            What = what,
            Beside = beside,
            Unit = "ms",
            Ours = first.Milliseconds,
            Other = second.Milliseconds,
            Reach = Reach,
            OurBytes = first.Bytes,
            OtherBytes = second.Bytes,
        };
    }

    private static async Task<int> Read<T>(HttpClient http, Func<Stream, IAsyncEnumerable<T>> read)
    {
        using HttpResponseMessage response = await http.GetAsync("/v1/orders/stream", HttpCompletionOption.ResponseHeadersRead);
        return await Count(read(await response.Content.ReadAsStreamAsync()));
    }

    private static async Task<int> Count<T>(IAsyncEnumerable<T> items)
    {
        int count = 0;
        await foreach (T _ in items)
        {
            count++;
        }

        return count == Items ? count : throw new InvalidOperationException($"{count} items of {Items} arrived.");
    }
}
