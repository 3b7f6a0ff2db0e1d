using System.Net.Http.Headers;
using Dari.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

public sealed class DownloadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dari-download-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_saved_when_it_is_complete()
    {
        byte[] bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        await using var server = new LoopbackServer((_, answer) => answer.SendAsync(
            200,
            bytes,
            "Content-Type: application/zip",
            "Content-Disposition: attachment; filename=\"../../etc/work space.zip\""));
        using ApiPipeline pipeline = Service.To(server);
        string path = Path.Combine(_folder, "w.zip");

        using (FileDownload file = await pipeline.SendForFileAsync(Service.Get(), null, default))
        {
            (file.ContentType, file.FileName, file.Length).ShouldBe(("application/zip", "work space.zip", 300_000));
            await file.SaveAsync(path);
        }

        (await File.ReadAllBytesAsync(path)).ShouldBe(bytes);
        Directory.GetFiles(_folder).ShouldBe([path]);
        using FileDownload again = await pipeline.SendForFileAsync(Service.Get(), null, default);
        await Should.ThrowAsync<IOException>(() => again.SaveAsync(path));
        await again.SaveAsync(path, overwrite: true);
        again.Response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Content-Length: 100000")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task A_connection_that_breaks_leaves_no_file(string framing)
    {
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await answer.RawAsync($"HTTP/1.1 200 OK\r\n{framing}\r\n\r\n");
            await answer.ChunkAsync(new string('x', 5000));
            await Task.Delay(50, answer.Stop);
            await answer.DropAsync();
        });
        using ApiPipeline pipeline = Service.To(server);
        await using FileDownload file = await pipeline.SendForFileAsync(Service.Get(), null, default);

        Exception fault = await Should.ThrowAsync<Exception>(() => file.SaveAsync(Path.Combine(_folder, "f")));

        (fault is IOException or HttpRequestException).ShouldBeTrue(fault.ToString());
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pause_is_limited_but_not_the_whole()
    {
        await using var server = new LoopbackServer(async (request, answer) =>
        {
            await answer.RawAsync("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n");
            for (int i = 0; i < 6; i++)
            {
                await Task.Delay(
                    request.Target.EndsWith("slow", StringComparison.Ordinal) && i == 3 ? 60_000 : 450, answer.Stop);
                await answer.RawAsync("x");
            }
        });
        using ApiPipeline pipeline = Service.To(server, new() { Timeout = TimeSpan.FromSeconds(2) });

        await using FileDownload steady = await pipeline.SendForFileAsync(Service.Get(), null, default);
        await steady.SaveAsync(Path.Combine(_folder, "steady"));
        await using FileDownload slow = await pipeline.SendForFileAsync(
            new ApiRequest(HttpMethod.Get, $"/slow"), null, default);
        await Should.ThrowAsync<TimeoutException>(() => slow.SaveAsync(Path.Combine(_folder, "slow")));

        Directory.GetFiles(_folder).ShouldBe([Path.Combine(_folder, "steady")]);
        (await File.ReadAllTextAsync(Path.Combine(_folder, "steady"))).ShouldBe("xxxxxx");
    }

    [Fact]
    public async Task Cancelling_leaves_no_file()
    {
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await answer.RawAsync("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nxx");
            await Task.Delay(Timeout.Infinite, answer.Stop);
        });
        using ApiPipeline pipeline = Service.To(server);
        using var cancel = new CancellationTokenSource(200);
        await using FileDownload file = await pipeline.SendForFileAsync(Service.Get(), null, default);

        await Should.ThrowAsync<OperationCanceledException>(
            () => file.SaveAsync(Path.Combine(_folder, "f"), cancellationToken: cancel.Token));

        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("attachment; filename=a.txt", "a.txt")]
    [InlineData("attachment; filename=\"C:\\\\temp\\\\a.txt\"", "a.txt")]
    [InlineData("attachment; filename=\"x\"; filename*=UTF-8''%e2%82%ac%2F..%2Fb.txt", "b.txt")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; filename=\"a/\"", null)]
    [InlineData("attachment; filename=\"con.txt\"", "_con.txt")]
    [InlineData("attachment; filename=\"a<b>:c?.txt. \"", "a_b__c_.txt")]
    [InlineData("attachment; filename=\"Gr\u00c3\u00bc\u00c3\u009fe.txt\"", "Grüße.txt")]
    [InlineData("inline", null)]
    public void File_names_are_safe(string header, string? expected) =>
        FileNames.Of(ContentDispositionHeaderValue.Parse(header)).ShouldBe(expected);
}
