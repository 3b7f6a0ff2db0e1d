using System.Text;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;
using Dari.Streaming;

namespace Dari.Runtime.Tests.Streaming;

public sealed class LineTests
{
    [Theory]
    [InlineData("1\n2\n3", "application/jsonl", "1,2,3")]
    [InlineData("1\r\n\r\n  \n2\n", "application/x-ndjson", "1,2")]
    [InlineData("\u001e1\n\u001e\n2\n\u001e3", "application/json-seq", "1,2,3")]
    [InlineData("", "application/jsonl", "")]
    [InlineData("\n\n", "application/jsonl", "")]
    public async Task Each_record_is_an_item(string body, string type, string expected)
    {
        await using var server = LoopbackServer.Always(200, body, $"Content-Type: {type}");
        using ApiPipeline pipeline = Service.To(server);
        var items = new List<int>();

        await foreach (int item in pipeline.StreamLinesAsync(Service.Get(), JsonRead.Int32, null, default))
        {
            items.Add(item);
        }

        string.Join(',', items).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Records_of_any_length_are_cut_right(int size)
    {
        string[] records = [.. Enumerable.Range(
            0, 60).Select(i => new string((char)('a' + (i % 26)), i * i * 13 % 40_000 + 1))];
        using var stream = new DripStream(Encoding.UTF8.GetBytes(string.Join('\n', records)), size);
        using var lines = new LineReader(stream, (byte)'\n', 1_000_000);
        var seen = new List<string>();

        while (await lines.NextAsync(default))
        {
            seen.Add(Encoding.UTF8.GetString(lines.Record));
        }

        seen.ShouldBe(records);
    }

    [Fact]
    public async Task A_record_without_end_is_refused()
    {
        using var stream = new DripStream(new byte[200_000], 1000);
        using var lines = new LineReader(stream, (byte)'\n', 50_000);

        await Should.ThrowAsync<InvalidDataException>(() => lines.NextAsync(default).AsTask());
    }

    private sealed class DripStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > size ? buffer[..size] : buffer, cancellationToken);
    }
}
