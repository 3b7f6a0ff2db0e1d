using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Emulator.Faults;
using Dari.Emulator.Hosting;
using Dari.Emulator.Tests.Core;

namespace Dari.Emulator.Tests.Faults;

public sealed class AnswerFaultTests
{
    private const string Body = """{"id":"o_1","lines":[{"kind":"fee"}],"serverOnly":"s"}""";

    [Fact]
    public async Task A_delay_is_real_time_and_the_answer_is_the_right_one()
    {
        await using OrdersEmulator orders = await StartAsync(new DelayFault { Delay = TimeSpan.FromMilliseconds(120) });
        var watch = Stopwatch.StartNew();

        (HttpStatusCode status, JsonObject body) = await orders.PutAsync();

        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(110));
        (status, body.ToJsonString()).ShouldBe((HttpStatusCode.OK, Body));
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(500, true)]
    public async Task A_status_has_the_services_form_before_or_after_the_work(int status, bool afterWork)
    {
        await using OrdersEmulator orders = await StartAsync(new StatusFault { Status = status, AfterWork = afterWork });
        int calls = 0;
        Func<Call, Reply> put = orders.Service.Put;
        orders.Service.Put = call =>
        {
            calls++;
            return put(call);
        };

        using HttpResponseMessage response = await PutAsync(orders);

        ((int)response.StatusCode).ShouldBe(status);
        response.Headers.RetryAfter.ShouldBeNull();
        response.Headers.ETag.ShouldBeNull();
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"]!.GetValue<string>().ShouldContain($"{status}");
        calls.ShouldBe(afterWork ? 1 : 0);
        orders.Runtime.Journal.Calls.Single().Status.ShouldBe(status);
        orders.Runtime.Journal.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Retry_after_comes_as_seconds_or_as_a_date()
    {
        await using OrdersEmulator orders = await StartAsync(new StatusFault { Status = 429, RetryAfter = TimeSpan.FromMilliseconds(1500) });
        orders.Runtime.Faults.Add(new FaultRule
        {
            Nth = 2,
            Fault = new StatusFault { Status = 503, RetryAfter = TimeSpan.FromSeconds(60), RetryAfterAsDate = true },
        });

        using HttpResponseMessage first = await PutAsync(orders);
        using HttpResponseMessage second = await PutAsync(orders);

        first.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
        second.Headers.RetryAfter!.Date!.Value.ShouldBe(DateTimeOffset.UtcNow.AddSeconds(60), TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7L)]
    public async Task Truncated_json_is_a_whole_message(long? keep)
    {
        await using OrdersEmulator orders = await StartAsync(new TruncateAnswerFault { KeepBytes = keep });

        using HttpResponseMessage response = await PutAsync(orders);
        string text = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        text.ShouldBe(Body[..(int)(keep ?? Body.Length / 2)]);
        Should.Throw<JsonException>(() => JsonNode.Parse(text));
    }

    [Fact]
    public async Task A_corrupt_answer_differs_in_one_bit()
    {
        await using OrdersEmulator orders = await StartAsync(new CorruptAnswerFault { AtByte = 9 });

        using HttpResponseMessage response = await PutAsync(orders);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();

        bytes[9] ^= 1;
        Encoding.UTF8.GetString(bytes).ShouldBe(Body);
    }

    [Fact]
    public async Task A_duplicated_request_reaches_the_service_twice_with_the_same_body()
    {
        await using OrdersEmulator orders = await StartAsync(new DuplicateRequestFault());
        var bodies = new List<string>();
        orders.Service.Put = call =>
        {
            bodies.Add(call.Body.ToJsonString());
            return Reply.Json(200, JsonNode.Parse(Body)).With("ETag", bodies.Count.ToString());
        };

        using HttpResponseMessage response = await PutAsync(orders);

        bodies.ShouldBe([OrdersEmulator.Order, OrdersEmulator.Order]);
        response.Headers.NonValidated["ETag"].ToString().ShouldBe("2");
        (await response.Content.ReadAsStringAsync()).ShouldBe(Body);
    }

    [Fact]
    public async Task Several_faults_meet_in_one_request()
    {
        await using OrdersEmulator orders = await StartAsync(new DelayFault { Delay = TimeSpan.FromMilliseconds(30) });
        orders.Runtime.Faults.Add(new FaultRule { Fault = new CorruptAnswerFault() });
        orders.Runtime.Faults.Add(new FaultRule { Fault = new TruncateAnswerFault { KeepBytes = 3 } });

        using HttpResponseMessage response = await PutAsync(orders);

        (await response.Content.ReadAsStringAsync()).ShouldBe((char)('{' ^ 1) + Body[1..3]);
    }

    private static async Task<OrdersEmulator> StartAsync(Fault fault)
    {
        OrdersEmulator orders = await OrdersEmulator.StartAsync(new EmulatorOptions { Faults = [new FaultRule { Fault = fault }] });
        orders.Service.Put = static _ => Reply.Json(200, JsonNode.Parse(Body)).With("ETag", "1");
        return orders;
    }

    private static Task<HttpResponseMessage> PutAsync(OrdersEmulator orders) =>
        orders.Http.PutAsync("/orders/o_1", new StringContent(OrdersEmulator.Order, null, "application/json"));
}
