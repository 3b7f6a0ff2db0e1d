using System.Net;
using Dari.Emulator.Faults;
using Dari.Emulator.Tests.Core;

namespace Dari.Emulator.Tests.Faults;

/// <summary>Which requests a rule happens to.</summary>
public sealed class RuleTests
{
    public static TheoryData<FaultRule, string> Rules => new()
    {
        { new FaultRule { Fault = Failure }, "X...." },
        { new FaultRule { Fault = Failure, Nth = 3 }, "..X.." },
        { new FaultRule { Fault = Failure, Nth = 2, Times = 2 }, ".XX.." },
        { new FaultRule { Fault = Failure, Nth = 3, Times = null }, "..XXX" },
        { new FaultRule { Fault = Failure, Service = "orders", OperationId = "putOrder", Method = "put" }, "X...." },
        { new FaultRule { Fault = Failure, OperationId = "attachFile" }, "....." },
        { new FaultRule { Fault = Failure, Method = "POST" }, "....." },
        { new FaultRule { Fault = Failure, Path = "/orders/{id}" }, "X...." },
        { new FaultRule { Fault = Failure, Path = "/orders/o_*" }, "X...." },
        { new FaultRule { Fault = Failure, Path = "/**" }, "X...." },
        { new FaultRule { Fault = Failure, Path = "/*" }, "....." },
        { new FaultRule { Fault = Failure, Path = "/orders" }, "....." },
    };

    private static StatusFault Failure { get; } = new() { Status = 503 };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_happens_to_the_requests_that_fit(FaultRule rule, string expected)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        orders.Runtime.Faults.Add(rule);

        (await FiveAsync(orders)).ShouldBe(expected);

        ActiveFault active = orders.Runtime.Faults.Active.Single();
        active.Fired.ShouldBe(expected.Count(static one => one == 'X'));
        active.Matched.ShouldBe(expected.Contains('X') ? 5 : 0);
    }

    [Fact]
    public async Task The_same_seed_has_the_same_luck()
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        var runs = new List<string>();
        for (int seed = 0; seed < 6; seed++)
        {
            string id = orders.Runtime.Faults.Add(new FaultRule { Fault = Failure, Times = null, Probability = 0.5, Seed = seed / 2 });
            runs.Add(await FiveAsync(orders));
            orders.Runtime.Faults.Remove(id).ShouldBeTrue();
        }

        runs[0].ShouldBe(runs[1]);
        runs[2].ShouldBe(runs[3]);
        runs.Distinct().Count().ShouldBeGreaterThan(1);
        (await FiveAsync(orders)).ShouldBe(".....");
    }

    [Theory]
    [InlineData("""{ "service": "ordres", "fault": { "kind": "reset" } }""", "no service 'ordres'")]
    [InlineData("""{ "operationId": "putOrders", "fault": { "kind": "reset" } }""", "no operation 'putOrders'")]
    [InlineData("""{ "nth": 0, "fault": { "kind": "reset" } }""", "1 or more")]
    [InlineData("""{ "probability": 1.5, "fault": { "kind": "reset" } }""", "at most 1")]
    [InlineData("""{ "fault": { "kind": "status", "status": 200 } }""", "between 400 and 599")]
    [InlineData("""{ "fault": { "kind": "explode" } }""", "explode")]
    [InlineData("""{ "fault": { "kind": "reset" }, "often": true }""", "often")]
    [InlineData("""{ "path": "/a", "fault": { "kind": "refuseConnection" } }""", "a service and nothing else")]
    [InlineData("""{ "service": "orders" }""", "fault")]
    [InlineData("""{ "fault": { "kind": "dropRequest", "afterBytes": -1 } }""", "0 or more")]
    [InlineData("""{ "fault": { "kind": "delay", "delayMs": 1e300 } }""", "milliseconds")]
    [InlineData("[null]", "not null")]
    [InlineData("{", "not a fault rule")]
    public async Task A_rule_that_can_never_apply_is_refused(string json, string problem)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();

        Should.Throw<ArgumentException>(() => FaultJson.Parse(json).Select(orders.Runtime.Faults.Add).ToArray())
            .Message.ShouldContain(problem);
    }

    private static async Task<string> FiveAsync(OrdersEmulator orders)
    {
        string luck = "";
        for (int request = 0; request < 5; request++)
        {
            luck += (await orders.PutAsync()).Status == HttpStatusCode.ServiceUnavailable ? 'X' : '.';
        }

        return luck;
    }
}
