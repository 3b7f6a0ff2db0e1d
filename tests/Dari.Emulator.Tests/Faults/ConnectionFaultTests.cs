using System.Net;
using Dari.Emulator.Faults;
using Dari.Emulator.Hosting;
using Dari.Emulator.Tests.Core;

namespace Dari.Emulator.Tests.Faults;

/// <summary>Connections that are really cut, seen from a plain socket.</summary>
public sealed class ConnectionFaultTests
{
    [Fact]
    public async Task A_refused_connection_is_reset_before_anything_is_sent()
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        orders.Runtime.Faults.Add(new FaultRule { Service = "orders", Fault = new RefuseConnectionFault() });

        using (RawClient client = await RawClient.ConnectAsync(orders))
        {
            (await client.ReadAsync()).ShouldBe((true, ""));
        }

        (await orders.PutAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
        orders.Runtime.Journal.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reset_comes_before_the_service_learns_of_the_request()
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        bool isCalled = false;
        orders.Service.Put = _ =>
        {
            isCalled = true;
            return Reply.Empty();
        };
        orders.Runtime.Faults.Add(new FaultRule { Method = "put", Fault = new ResetFault() });

        using RawClient client = await RawClient.ConnectAsync(orders);
        await client.WriteAsync(RawClient.Put(OrdersEmulator.Order));

        (await client.ReadAsync()).ShouldBe((true, ""));
        isCalled.ShouldBeFalse();
        orders.Runtime.Journal.Calls.Single().Status.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(63)]
    public async Task A_dropped_request_gives_the_service_the_bytes_before_and_no_others(int after)
    {
        OrdersEmulator.Order.Length.ShouldBeGreaterThanOrEqualTo(63);
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        bool isCalled = false;
        orders.Service.Put = _ =>
        {
            isCalled = true;
            return Reply.Empty();
        };
        orders.Runtime.Faults.Add(new FaultRule { OperationId = "putOrder", Fault = new DropRequestFault { AfterBytes = after } });

        using RawClient client = await RawClient.ConnectAsync(orders);
        await client.WriteAsync(RawClient.Put(OrdersEmulator.Order));

        (await client.ReadAsync()).ShouldBe((true, ""));
        isCalled.ShouldBeFalse();
        orders.Runtime.Journal.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_dropped_answer_is_lost_after_the_work_was_done(bool isWithinBody)
    {
        const string Body = """{"id":"o_1","lines":[{"kind":"fee"}],"serverOnly":"s"}""";
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        int calls = 0;
        orders.Service.Put = _ =>
        {
            calls++;
            return Reply.Json(200, System.Text.Json.Nodes.JsonNode.Parse(Body)).With("ETag", "1");
        };
        orders.Runtime.Faults.Add(new FaultRule { Fault = new DropAnswerFault { AfterBytes = isWithinBody ? 10 : 0 } });

        using RawClient client = await RawClient.ConnectAsync(orders);
        await client.WriteAsync(RawClient.Put(OrdersEmulator.Order));
        (bool _, string text) = await client.ReadAsync();

        calls.ShouldBe(1);
        if (isWithinBody)
        {
            text.ShouldStartWith("HTTP/1.1 200 OK\r\n");
            text.ShouldContain($"Content-Length: {Body.Length}\r\n");
            text.ShouldEndWith("\r\n\r\n" + Body[..10]);
        }
        else
        {
            text.ShouldBe("");
        }

        orders.Runtime.Journal.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Faults_of_the_connection_work_over_http2()
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync(new EmulatorOptions { UseHttp2 = true });
        orders.Http.DefaultRequestVersion = HttpVersion.Version20;
        orders.Http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        orders.Service.Put = static _ => Reply.Bytes("application/json", new byte[100]);
        Fault[] faults = [new ResetFault(), new DropRequestFault { AfterBytes = 5 }, new DropAnswerFault(), new DropAnswerFault { AfterBytes = 1 }];
        foreach (Fault fault in faults)
        {
            string id = orders.Runtime.Faults.Add(new FaultRule { Fault = fault });
            orders.Service.Put = static _ => Reply.Json(200, System.Text.Json.Nodes.JsonNode.Parse("""{"id":"o_1","lines":[{"kind":"fee"}],"serverOnly":"s"}""")).With("ETag", "1");

            await Should.ThrowAsync<HttpRequestException>(() => orders.PutAsync());

            orders.Runtime.Faults.Active.Single(active => active.Id == id).Fired.ShouldBe(1, fault.ToString());
        }

        (await orders.PutAsync()).Status.ShouldBe(HttpStatusCode.OK);
        orders.Runtime.Journal.Violations.ShouldBeEmpty();
    }
}
