using System.Net;
using System.Text.Json;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Json;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

public sealed class ErrorTests
{
    private static readonly ErrorTable Errors = ErrorTable.Empty
        .On<string>("default", Member("default"))
        .On<string>("4XX", Member("range"))
        .On<string>("404", Member("exact"));

    [Theory]
    [InlineData(404, """{"exact":"e","range":"r","default":"d"}""", "e")]
    [InlineData(409, """{"exact":"e","range":"r","default":"d"}""", "r")]
    [InlineData(501, """{"exact":"e","range":"r","default":"d"}""", "d")]
    public async Task The_most_exact_status_wins(int status, string body, string expected)
    {
        var fault = (await FailAsync(status, body)).ShouldBeOfType<ApiException<string>>();

        fault.Error.ShouldBe(expected);
        fault.StatusCode.ShouldBe((HttpStatusCode)status);
        fault.Body.ShouldBe(body);
        fault.Response.Headers["X-Request-Id"].ShouldBe(["req_1"]);
        fault.RequestId.ShouldBe("req_1");
        fault.Response.IsComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"exact":1}""", "$.exact")]
    [InlineData("""{"exact":"cut""", "LineNumber")]
    [InlineData("<html>Not found</html>", "LineNumber")]
    [InlineData("", "tokens")]
    public async Task A_body_that_does_not_read_stays_text(string body, string inner)
    {
        ApiException fault = await FailAsync(404, body);

        fault.GetType().ShouldBe(typeof(ApiException));
        fault.Message.ShouldStartWith("GET /v1/pets/{} answered 404 (Not Found)");
        fault.Body.ShouldBe(body.Length == 0 ? null : body);
        fault.InnerException.ShouldBeOfType<JsonException>().Message.ShouldContain(inner);
    }

    [Theory]
    [InlineData("""{"detail":"no such pet"}""", ": no such pet")]
    [InlineData("""{"detail":[{"loc":["body","x"],"msg":"field required"}]}""", ": field required")]
    [InlineData("""{"error":{"code":"gone","message":"it is gone"}}""", ": it is gone")]
    [InlineData("""{"error":"flat"}""", ": flat")]
    [InlineData("""{"message":"two\nlines\u001b[0m"}""", ": two lines [0m")]
    [InlineData("""{"message":"your key k3y/+ is bad, k3y%2F%2B too"}""", ": your key [redacted] is bad, [redacted] too")]
    [InlineData("""{"other":"x"}""", "")]
    [InlineData("""{"detail":{"detail":{"detail":{"detail":"deep"}}}}""", "")]
    [InlineData("text", "")]
    public async Task The_message_has_the_services_words_without_the_key(string body, string expected) =>
        (await FailAsync(404, body)).Message.ShouldBe("GET /v1/pets/{} answered 404 (Not Found)" + expected);

    [Fact]
    public async Task Words_are_cut()
    {
        ApiException fault = await FailAsync(400, $$"""{"detail":"{{new string('x', 5000)}}"}""");

        fault.Message.Length.ShouldBeLessThan(600);
        fault.Message.ShouldEndWith("x…");
    }

    [Fact]
    public async Task Words_of_a_body_that_is_kept_in_part_are_found()
    {
        ApiException fault = await FailAsync(400, $$"""{"other":"{{new string('x', 70_000)}}","detail":"too long"}""");

        fault.Body!.Length.ShouldBe(65_536);
        fault.Message.ShouldBe("GET /v1/pets/{} answered 400 (Bad Request): too long");
        fault.Message.ShouldBeSameAs(fault.Message);
    }

    [Fact]
    public async Task No_secret_is_in_the_exception_or_what_it_holds()
    {
        await using var server = LoopbackServer.Always(
            403, """{"echo":"k3y/+"}""", "Set-Cookie: sid=1", "X-Service-Key: k3y/+", "X-Echo: got k3y/+ from you");
        using ApiPipeline pipeline = Service.To(server, new() { ApiKey = "k3y/+" }, ApiSecurity.AnyOf(["header"]));

        var fault = await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));

        fault.ToString().ShouldNotContain("k3y");
        fault.Body.ShouldBe("""{"echo":"[redacted]"}""");
        fault.Response.Headers["Set-Cookie"].ShouldBe(["[redacted]"]);
        fault.Response.Headers["x-service-key"].ShouldBe(["[redacted]"]);
        fault.Response.Headers["X-Echo"].ShouldBe(["got [redacted] from you"]);
    }

    [Fact]
    public async Task A_good_answer_that_does_not_read_is_an_error_with_its_place()
    {
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(
                200, """{"id":"p","age":"old"}"""), a => a.SendAsync(204, ""), a => a.SendAsync(200, """{"id":"p","""));
        using ApiPipeline pipeline = Service.To(server);

        (await Fail()).Message.ShouldStartWith(
            "GET /v1/pets/{} answered 200 (OK) with a body that does not read: expected a number, found a string. Path: $.age |");
        (await Fail()).Message.ShouldBe("GET /v1/pets/{} answered 204 (No Content) without the body it should have");
        (await Fail()).InnerException.ShouldBeOfType<JsonException>();

        Task<ApiException> Fail() => Should.ThrowAsync<ApiException>(
            () => pipeline.SendAsync(Service.Get(), PetJson.Read, null, default));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_not_read()
    {
        await using var server = LoopbackServer.Always(200, $"\"{new string('x', 98)}\"");
        using ApiPipeline enough = Service.To(server, new() { MaxResponseBytes = 100 });
        using ApiPipeline tooFew = Service.To(server, new() { MaxResponseBytes = 99 });

        (await enough.SendAsync(Service.Get(), JsonRead.String, null, default)).Length.ShouldBe(98);
        (await Should.ThrowAsync<ApiException>(() => tooFew.SendAsync(Service.Get(), JsonRead.String, null, default)))
            .Message.ShouldEndWith("with a body of more than 99 bytes");
    }

    [Fact]
    public async Task An_error_whose_body_breaks_off_is_still_that_error()
    {
        await using var server = new LoopbackServer(async (_, answer) =>
        {
            await answer.RawAsync("HTTP/1.1 422 No\r\nContent-Length: 500\r\n\r\n{\"detail\":\"half");
            await Task.Delay(50);
            await answer.DropAsync();
        });
        using ApiPipeline pipeline = Service.To(server);

        var fault = await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(Service.Get(), null, default));

        fault.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        fault.Body.ShouldBe("{\"detail\":\"half");
    }

    [Theory]
    [InlineData("40")]
    [InlineData("600")]
    [InlineData("6XX")]
    [InlineData("Default")]
    public void A_table_takes_statuses_alone(string status) =>
        Should.Throw<ArgumentException>(() => ErrorTable.Empty.On(status, JsonRead.String));

    private static ReadJson<string> Member(string name) => (ref Utf8JsonReader reader) =>
        JsonRead.Map(
            ref reader, JsonRead.String).TryGetValue(name, out string? value) ? value : throw JsonRead.Missing(name);

    private static async Task<ApiException> FailAsync(int status, string body)
    {
        await using var server = LoopbackServer.Always(status, body, "X-Request-Id: req_1");
        using ApiPipeline pipeline = Service.To(server, new() { ApiKey = "k3y/+" }, ApiSecurity.AnyOf(["bearer"]));
        var request = new ApiRequest(HttpMethod.Get, $"/v1/pets/{7}") { Errors = Errors };
        return await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(request, PetJson.Read, null, default));
    }
}
