using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Tests.Core;

/// <summary>The emulator's own wrong answers never pass as right ones.</summary>
public sealed class ReplyCheckTests
{
    private const string Right = """{"id":"o_1","lines":[{"kind":"fee"}],"serverOnly":"s"}""";

    public static TheoryData<string, string, string> WrongReplies => new()
    {
        { "undeclared status", "status", "" },
        { "missing header", "required", "ETag" },
        { "wrong content type", "content-type", "" },
        { "missing body", "content-type", "" },
        { "missing member", "PropertyRequired", "/serverOnly" },
        { "unknown member", "NoAdditionalPropertiesAllowed", "/more" },
        { "exception", "exception", "" },
    };

    [Theory]
    [MemberData(nameof(WrongReplies))]
    public async Task A_wrong_reply_is_a_violation(string kind, string rule, string pointer)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        orders.Service.Put = _ => Wrong(kind);

        using HttpResponseMessage response = await orders.Http.PutAsync("/orders/o_1", new StringContent(OrdersEmulator.Order, null, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Headers.GetValues("x-dari-emulator-contract-violation").Single().ShouldBe($"putOrder {rule} {pointer}".TrimEnd());
        (await response.Content.ReadAsStringAsync()).ShouldContain("putOrder");
        orders.Runtime.Journal.Violations.ShouldContain(violation => violation.Rule == rule && violation.Pointer == pointer);
    }

    [Fact]
    public async Task A_right_reply_is_sent_as_it_is()
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        orders.Service.Put = static _ => Reply.Json(200, JsonNode.Parse(Right)).With("ETag", "\"1\"");

        using HttpResponseMessage response = await orders.Http.PutAsync("/orders/o_1", new StringContent(OrdersEmulator.Order, null, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe(Right);
        response.Headers.ETag!.Tag.ShouldBe("\"1\"");
        orders.Runtime.Journal.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_event_ends_the_stream_and_is_on_record()
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        orders.Service.Watch = static _ => Reply.Events(Events());

        using HttpResponseMessage response = await orders.Http.GetAsync("/orders/o_1", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        (await reader.ReadLineAsync()).ShouldBe("id: 1");
        (await reader.ReadLineAsync()).ShouldBe("event: order");
        (await reader.ReadLineAsync()).ShouldBe("data: " + Right);
        await Should.ThrowAsync<IOException>(async () => await reader.ReadToEndAsync());
        orders.Runtime.Journal.Violations.Single().Rule.ShouldBe("PropertyRequired");
    }

    private static async IAsyncEnumerable<ServerEvent> Events()
    {
        yield return new ServerEvent { Id = "1", Type = "order", Data = JsonNode.Parse(Right) };
        await Task.Yield();
        yield return new ServerEvent { Id = "2", Type = "order", Data = JsonNode.Parse("""{"id":"o_1","lines":[{"kind":"fee"}]}""") };
    }

    private static Reply Wrong(string kind) => kind switch
    {
        "undeclared status" => Reply.Json(201, JsonNode.Parse(Right)),
        "missing header" => Reply.Json(200, JsonNode.Parse(Right)),
        "wrong content type" => Reply.Bytes("text/plain", [65]).With("ETag", "1"),
        "missing body" => Reply.Empty(200).With("ETag", "1"),
        "missing member" => Reply.Json(200, JsonNode.Parse("""{"id":"o_1","lines":[{"kind":"fee"}]}""")).With("ETag", "1"),
        "unknown member" => Reply.Json(200, JsonNode.Parse("""{"id":"o_1","lines":[{"kind":"fee"}],"serverOnly":"s","more":1}""")).With("ETag", "1"),
        _ => throw new InvalidTimeZoneException("unexpected"),
    };
}
