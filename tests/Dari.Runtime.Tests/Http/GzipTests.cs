using System.IO.Compression;
using System.Net;
using System.Text;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

public sealed class GzipTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("GZip")]
    [InlineData("x-gzip")]
    public async Task A_packed_answer_is_asked_for_and_unpacked(string encoding)
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(200, Pack("\"öl\""), "Content-Type: application/json", $"Content-Encoding: {encoding}"));
        using ApiPipeline pipeline = Service.To(server);

        string text = await pipeline.SendAsync(
            Service.Get(), JsonRead.String, RequestOptions.Capture(out ResponseMetadata response), default);

        text.ShouldBe("öl");
        server.Requests.Single()["Accept-Encoding"].ShouldBe("gzip");
        response.Headers["Content-Type"].ShouldBe(["application/json"]);
        response.Headers.ContainsKey("Content-Encoding").ShouldBeFalse();
        response.Headers.ContainsKey("Content-Length").ShouldBeFalse();
    }

    [Fact]
    public async Task Who_says_what_to_accept_gets_it_and_what_is_packed_is_unpacked_all_the_same()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(200, "\"plain\""), a => a.SendAsync(200, Pack("\"packed\""), "Content-Encoding: gzip"));
        using ApiPipeline pipeline = Service.To(server);
        var options = new RequestOptions { Headers = { ["Accept-Encoding"] = "identity" } };

        (await pipeline.SendAsync(Service.Get(), JsonRead.String, options, default)).ShouldBe("plain");
        (await pipeline.SendAsync(Service.Get(), JsonRead.String, options, default)).ShouldBe("packed");

        server.Requests.ShouldAllBe(static request => request["Accept-Encoding"] == "identity");
    }

    [Fact]
    public async Task An_error_a_file_and_nothing_may_be_packed()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(404, Pack("""{"message":"no such pet"}"""), "Content-Encoding: gzip"),
            a => a.SendAsync(200, Pack("bytes"), "Content-Encoding: gzip"),
            a => a.SendAsync(200, [], "Content-Encoding: gzip"),
            a => a.SendAsync(204, "", "Content-Encoding: gzip"));
        using ApiPipeline pipeline = Service.To(server);

        (await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default)))
            .Message.ShouldContain("no such pet");
        using (FileDownload file = await pipeline.SendForFileAsync(Service.Get(), null, default))
        {
            file.Length.ShouldBeNull();
            using var reader = new StreamReader(file.Content);
            (await reader.ReadToEndAsync()).ShouldBe("bytes");
        }

        (await pipeline.SendForTextAsync(Service.Get(), null, default)).ShouldBe("");
        await pipeline.SendAsync(Service.Get(), null, default);
    }

    [Fact]
    public async Task What_was_packed_twice_or_otherwise_keeps_the_other_encoding()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(200, Pack("\"x\""), "Content-Encoding: br, gzip"),
            a => a.SendAsync(200, "\"y\"", "Content-Encoding: identity"));
        using ApiPipeline pipeline = Service.To(server);

        (await pipeline.SendForTextAsync(Service.Get(), RequestOptions.Capture(out ResponseMetadata twice), default)).ShouldBe("\"x\"");
        (await pipeline.SendForTextAsync(Service.Get(), RequestOptions.Capture(out ResponseMetadata plain), default)).ShouldBe("\"y\"");

        twice.Headers["Content-Encoding"].ShouldBe(["br"]);
        plain.Headers["Content-Encoding"].ShouldBe(["identity"]);
    }

    [Fact]
    public async Task The_limit_is_of_what_is_unpacked()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(200, Pack($"\"{new string('x', 1_000_000)}\""), "Content-Encoding: gzip"));
        using ApiPipeline pipeline = Service.To(server, new() { MaxResponseBytes = 100_000 });

        (await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), JsonRead.String, null, default)))
            .Message.ShouldContain("more than 100000 bytes");
    }

    [Fact]
    public async Task A_stream_of_events_is_unpacked_as_it_comes()
    {
        var goOn = new TaskCompletionSource();
        await using var server = LoopbackServer.InTurn(async a =>
        {
            await a.StartChunksAsync("Content-Type: text/event-stream", "Content-Encoding: gzip");
            var packed = new MemoryStream();
            await using var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            foreach (string one in new[] { "data: 1\n\n", "data: 2\n\n" })
            {
                packed.SetLength(0);
                await gzip.WriteAsync(Encoding.UTF8.GetBytes(one));
                await gzip.FlushAsync();
                await a.ChunkAsync(packed.ToArray());
                await goOn.Task;
            }

            packed.SetLength(0);
            await gzip.DisposeAsync();
            await a.ChunkAsync(packed.ToArray());
            await a.RawAsync("0\r\n\r\n");
        });
        using ApiPipeline pipeline = Service.To(server);
        var events = new List<string>();

        await foreach (string one in pipeline.StreamTextEventsAsync(
            Service.Get(), new() { Timeout = TimeSpan.FromSeconds(10), MaxReconnects = 0 }, default))
        {
            events.Add(one);
            goOn.TrySetResult();
        }

        events.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task An_answer_over_the_callers_own_client_is_unpacked_if_its_handler_has_not()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(200, Pack("one"), "Content-Encoding: gzip"),
            a => a.SendAsync(200, Pack("two"), "Content-Encoding: gzip"));
        using var plain = new HttpClient { BaseAddress = server.Url };
        using var unpacking = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = server.Url,
        };

        foreach ((HttpClient client, string expected) in new[] { (plain, "one"), (unpacking, "two") })
        {
            using var pipeline = new ApiPipeline(Service.Description(), client, null);
            (await pipeline.SendForTextAsync(Service.Get(), null, default)).ShouldBe(expected);
        }

        server.Requests.Select(static request => request["Accept-Encoding"]).ShouldBe([null, "gzip, deflate, br"]);
    }

    [Fact]
    public async Task What_is_unpacked_can_be_read_in_every_way()
    {
        foreach (Func<HttpContent, Task<string>> read in new Func<HttpContent, Task<string>>[]
        {
            static content => content.ReadAsStringAsync(),
            static content => new StreamReader(content.ReadAsStream()).ReadToEndAsync(),
            static async content => await new StreamReader(await content.ReadAsStreamAsync()).ReadToEndAsync(),
            static content =>
            {
                using var into = new MemoryStream();
                content.CopyTo(into, null, default);
                return Task.FromResult(Encoding.UTF8.GetString(into.ToArray()));
            },
        })
        {
            using var response = new HttpResponseMessage { Content = new ByteArrayContent(Pack("öl")) };
            response.Content.Headers.ContentEncoding.Add("gzip");
            GzipContent.Unpack(response);
            (await read(response.Content)).ShouldBe("öl");
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(0)]
    public async Task Broken_bytes_are_an_error(int from)
    {
        byte[] packed = Pack($"\"{new string('x', 1000)}\"");
        packed[from] ^= 0xFF;
        await using var server = LoopbackServer.InTurn(a => a.SendAsync(200, packed, "Content-Encoding: gzip"));
        using ApiPipeline pipeline = Service.To(server);

        await Should.ThrowAsync<InvalidDataException>(() => pipeline.SendAsync(Service.Get(), JsonRead.String, null, default));
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
