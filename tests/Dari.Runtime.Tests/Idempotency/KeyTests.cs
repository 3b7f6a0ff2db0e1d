using System.Text.Json;
using Dari.Http;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Idempotency;

public sealed class KeyTests
{
    [Theory]
    [InlineData("""{"items":[1]}""")]
    [InlineData("{}")]
    public async Task A_field_of_the_body_carries_the_key_the_same_for_all_attempts(string json)
    {
        await using var server = LoopbackServer.InTurn(static a => a.SendAsync(503, ""), static a => a.SendAsync(204, ""));
        using ApiPipeline pipeline = Service.To(server);

        await pipeline.SendAsync(InBody(KeyedCalls.Json(json)), null, default);

        string[] bodies = [.. server.Requests.Select(static request => request.Text)];
        bodies.Length.ShouldBe(2);
        bodies[0].ShouldBe(bodies[1]);
        JsonElement sent = JsonDocument.Parse(bodies[0]).RootElement;
        Guid.Parse(sent.GetProperty("idempotency_key").GetString()!).ShouldNotBe(Guid.Empty);
        sent.EnumerateObject().Count().ShouldBe(json == "{}" ? 1 : 2);
    }

    [Fact]
    public async Task What_the_caller_wrote_into_the_field_stays()
    {
        await using var server = LoopbackServer.Always(503);
        using ApiPipeline pipeline = Service.To(server);

        await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(
            InBody(KeyedCalls.Json("""{"idempotency_key":"mine"}""")), null, default));
        await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(
            InBody(KeyedCalls.Json("""{"idempotency_key":null}""")), null, default));

        server.Requests.Select(static request => request.Text).ShouldBe(
        [
            .. Enumerable.Repeat("""{"idempotency_key":"mine"}""", 3),

            // Who says null wants no key, and so no second attempt.
            """{"idempotency_key":null}""",
        ]);
    }

    [Fact]
    public async Task Forms_carry_it_too_and_options_set_it()
    {
        await using var server = LoopbackServer.Always(204);
        using ApiPipeline pipeline = Service.To(server);
        var options = new RequestOptions { IdempotencyKey = "k&1" };

        await pipeline.SendAsync(InBody(new FormBody().Add("a", "b")), options, default);
        await pipeline.SendAsync(InBody(new MultipartBody().AddText("a", "b")), options, default);
        await pipeline.SendAsync(InBody(new FormBody().Add("idempotency_key", "own")), null, default);

        server.Requests[0].Text.ShouldBe("a=b&idempotency_key=k%261");
        server.Requests[1].Text.ShouldContain("name=\"idempotency_key\"\r\n\r\nk&1\r\n");
        server.Requests[2].Text.ShouldBe("idempotency_key=own");
    }

    [Fact]
    public async Task Two_keys_that_differ_are_refused_and_so_is_a_name_that_nothing_keeps()
    {
        await using var server = LoopbackServer.Always(204);
        using ApiPipeline pipeline = Service.To(server);
        var options = new RequestOptions { IdempotencyKey = "one" };

        await Should.ThrowAsync<ArgumentException>(() => pipeline.SendAsync(
            InBody(KeyedCalls.Json("""{"idempotency_key":"two"}""")), options, default));
        await Should.ThrowAsync<ArgumentException>(() => pipeline.SendAsync(
            InBody(ApiContent.Text("no fields here")), options, default));
        InvalidOperationException nowhere = await Should.ThrowAsync<InvalidOperationException>(
            () => pipeline.SendAsync(KeyedCalls.Post("{}"), KeyedCalls.Named("x"), default));

        nowhere.Message.ShouldContain("ClientOptions.IdempotencyJournal");
        server.Requests.ShouldBeEmpty();
    }

    private static ApiRequest InBody(ApiContent content) =>
        new(HttpMethod.Post, $"/v1/batches") { Content = content, IdempotencyField = "idempotency_key" };
}
