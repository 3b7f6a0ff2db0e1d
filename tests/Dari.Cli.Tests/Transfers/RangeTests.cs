using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Dari.Cli.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dari.Cli.Tests.Transfers;

/// <summary>Downloads from a service that can do ranges, and cuts every answer after 100,000 bytes.</summary>
public sealed class RangeTests : IAsyncDisposable
{
    private const int Cut = 100_000;

    private readonly Surroundings _surroundings = new();
    private readonly byte[] _bytes = TransferWorld.Bytes(250_000);
    private readonly List<string> _ranges = [];
    private WebApplication? _app;
    private int _cuts = int.MaxValue;
    private string? _digest;
    private string _modified = "2026-01-01T00:00:00Z";

    [Fact]
    public async Task Only_what_is_missing_is_asked_for()
    {
        await StartAsync();

        DariResult result = (await DariProcess.RunAsync(_surroundings, "sandbox", "download", "sb_1:/a", "a", "--json")).ShouldEndWith(0);

        _ranges.ShouldBe(["", "bytes=100000-", "bytes=200000-"]);
        File.ReadAllBytes(_surroundings.PathOf("a")).ShouldBe(_bytes);
        result.Json["resumed_at"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_process_goes_on_only_if_the_file_is_still_the_same(bool isSame)
    {
        await StartAsync();
        _cuts = 0;
        using (DariProcess download = DariProcess.Start(_surroundings, "sandbox", "download", "sb_1:/a", "a"))
        {
            await download.UntilAsync(() => Ranges().Length == 2);
            download.Kill();
            await download.EndAsync();
        }

        lock (_ranges)
        {
            _ranges.Clear();
        }

        _cuts = int.MaxValue;
        _modified = isSame ? _modified : "2026-01-02T00:00:00Z";
        DariResult result = (await DariProcess.RunAsync(_surroundings, "sandbox", "download", "sb_1:/a", "a", "--resume", "--json")).ShouldEndWith(0);

        Ranges()[0].ShouldBe(isSame ? "bytes=100000-" : "");
        result.Json["resumed_at"]!.GetValue<int>().ShouldBe(isSame ? Cut : 0);
        File.ReadAllBytes(_surroundings.PathOf("a")).ShouldBe(_bytes);
        Directory.EnumerateFileSystemEntries(_surroundings.Folder).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_digest_that_the_service_gives_is_checked(bool isRight)
    {
        _digest = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(isRight ? _bytes : [1]))}:";
        await StartAsync();

        DariResult result = await DariProcess.RunAsync(_surroundings, "sandbox", "download", "sb_1:/a", "a");

        result.ShouldEndWith(isRight ? 0 : 1);
        Directory.EnumerateFileSystemEntries(_surroundings.Folder).Count().ShouldBe(isRight ? 1 : 0);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _surroundings.Dispose();
    }

    private string[] Ranges()
    {
        lock (_ranges)
        {
            return [.. _ranges];
        }
    }

    private async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
        _surroundings.Variables["NULLSPACE_API_URL"] = _app.Urls.Single();
        _surroundings.Variables["NULLSPACE_API_KEY"] = "ns_live_1";
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Method == "POST")
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(
                $$"""{"name":"a","path":"/a","is_dir":false,"size":{{_bytes.Length}},"type":"file","modified_time":"{{_modified}}"}""");
            return;
        }

        string range = http.Request.Headers.Range.ToString();
        lock (_ranges)
        {
            _ranges.Add(range);
        }

        if (_cuts == 0 && range.Length > 0)
        {
            await Task.Delay(TimeSpan.FromMinutes(10), http.RequestAborted);
        }

        int from = range.Length == 0 ? 0 : int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        http.Response.StatusCode = from == 0 ? 200 : 206;
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = _bytes.Length - from;
        http.Response.Headers.ContentRange = from == 0 ? default : (Microsoft.Extensions.Primitives.StringValues)$"bytes {from}-{_bytes.Length - 1}/{_bytes.Length}";
        if (_digest is not null)
        {
            http.Response.Headers["Repr-Digest"] = _digest;
        }

        int count = Math.Min(Cut, _bytes.Length - from);
        await http.Response.Body.WriteAsync(_bytes.AsMemory(from, count));
        await http.Response.Body.FlushAsync();
        if (from + count < _bytes.Length)
        {
            throw new IOException("The answer ends here.");
        }
    }
}
