using System.Net;
using System.Text;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Json;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

public sealed class ResultTests
{
    private static readonly ResultTable<string> Results = new ResultTable<string>()
        .On("200", JsonRead.String)
        .OnEmpty("202", static () => "later")
        .OnText("206", static text => "text " + text)
        .OnBytes("207", static bytes => "bytes " + bytes.Length)
        .On("2XX", static (ref System.Text.Json.Utf8JsonReader r) => "some " + JsonRead.String(ref r))
        .OnEmpty("304", static () => "same");

    [Theory]
    [InlineData(200, "\"a\"", "a")]
    [InlineData(201, "\"a\"", "some a")]
    [InlineData(202, "", "later")]
    [InlineData(206, "<a/>", "text <a/>")]
    [InlineData(207, "abc", "bytes 3")]
    [InlineData(304, "", "same")]
    public async Task Each_good_answer_reads_in_its_way(int status, string body, string expected)
    {
        await using var server = LoopbackServer.Always(status, body);
        using ApiPipeline pipeline = Service.To(server);

        (await pipeline.SendForResultAsync(Service.Get(), Results, null, default)).ShouldBe(expected);
    }

    [Fact]
    public async Task An_answer_without_an_entry_is_kept_or_an_error()
    {
        await using var server = LoopbackServer.Always(203, "what?");
        using ApiPipeline pipeline = Service.To(server);
        ResultTable<string> one = new ResultTable<string>().On("200", JsonRead.String);

        (await pipeline.SendForResultAsync(
            Service.Get(), one.Otherwise((status, text) => $"{status}: {text}"), null, default))
            .ShouldBe("NonAuthoritativeInformation: what?");
        (await Should.ThrowAsync<ApiException>(() => pipeline.SendForResultAsync(Service.Get(), one, null, default)))
            .Message.ShouldContain("203");
    }

    [Fact]
    public async Task Nothing_is_null_where_it_may_be()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(204, ""), a => a.SendAsync(
                200, ""), a => a.SendAsync(304, ""), a => a.SendAsync(200, """{"id":"p","age":1}"""));
        using ApiPipeline pipeline = Service.To(server);

        for (int i = 0; i < 3; i++)
        {
            (await pipeline.SendOrNullAsync(Service.Get(), PetJson.Read, null, default)).ShouldBeNull();
        }

        (await pipeline.SendOrNullAsync(Service.Get(), PetJson.Read, null, default))!.Id.ShouldBe("p");
    }

    [Fact]
    public async Task Text_is_read_in_its_charset()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(200, Encoding.Latin1.GetBytes("Grüße"), "Content-Type: text/plain; charset=iso-8859-1"),
            a => a.SendAsync(200, "Grüße"),
            a => a.SendAsync(
                200, Encoding.Unicode.GetBytes("\"Grüße\""), "Content-Type: application/json; charset=utf-16"));
        using ApiPipeline pipeline = Service.To(server);

        (await pipeline.SendForTextAsync(Service.Get(), null, default)).ShouldBe("Grüße");
        (await pipeline.SendForTextAsync(Service.Get(), null, default)).ShouldBe("Grüße");
        (await pipeline.SendAsync(Service.Get(), JsonRead.String, null, default)).ShouldBe("Grüße");
    }

    [Fact]
    public async Task Metadata_is_captured_on_success_and_failure()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(503, ""), a => a.SendAsync(
                200, "\"x\"", "X-Correlation-Id: c1", "X-Many: 1", "X-Many: 2"), a => a.SendAsync(418, "no"));
        using ApiPipeline pipeline = Service.To(server);

        await pipeline.SendAsync(
            Service.Get(), JsonRead.String, RequestOptions.Capture(out ResponseMetadata good), default);
        await Should.ThrowAsync<ApiException>(
            () => pipeline.SendAsync(Service.Get(), RequestOptions.Capture(out ResponseMetadata _), default));
        var bad = new ResponseMetadata();
        await Should.ThrowAsync<ApiException>(
            () => pipeline.SendAsync(Service.Get(), new RequestOptions().CaptureTo(bad), default));

        good.StatusCode.ShouldBe(HttpStatusCode.OK);
        good.Attempts.ShouldBe(2);
        good.RequestId.ShouldBe("c1");
        good.Headers["x-many"].ShouldBe(["1", "2"]);
        good.Duration.ShouldBeGreaterThan(TimeSpan.Zero);
        good.IsComplete.ShouldBeTrue();
        ((int)bad.StatusCode, bad.IsComplete, bad.Attempts).ShouldBe((418, true, 1));
        good.ToString().ShouldContain("200, attempts 2");
    }
}
