using System.Net;
using System.Text.Json;
using Dari.Benchmarks.Json;
using Dari.Benchmarks.Json.Plain;
using Dari.Benchmarks.Shop;

namespace Dari.Benchmarks.Calls;

/// <summary>One call on both sides.</summary>
/// <param name="What">For the table.</param>
/// <param name="Ours">The generated client, its whole pipeline included.</param>
/// <param name="Other">The hand-written client.</param>
public sealed record Call(string What, Func<Task<object>> Ours, Func<Task<object>> Other)
{
    /// <summary>All that are measured.</summary>
    public static IEnumerable<Call> All()
    {
        byte[] order = JsonSerializer.SerializeToUtf8Bytes(Samples.Order(1), PlainContext.Default.Order);
        Json.Plain.Order plain = JsonSerializer.Deserialize(order, PlainContext.Default.Order)!;
        Shop.Order ours = Dari.Json.JsonText.Parse<Shop.Order>(order, OrderJson.Read);
        (ShopClient client, HandWritten hand) = Clients(HttpStatusCode.OK, order);
        (ShopClient posting, HandWritten handPosting) = Clients(HttpStatusCode.Created, order);
        (ShopClient failing, HandWritten handFailing) = Clients(
            HttpStatusCode.NotFound, """{"code":"not_found","message":"There is no such order."}"""u8.ToArray());
        yield return new(
            "GET, 200 with an order",
            async () => await client.Orders.GetAsync("ord_1"),
            async () => await hand.GetOrderAsync("ord_1"));
        yield return new(
            "POST of an order, 201 with an order",
            async () => await posting.Orders.CreateAsync(ours),
            async () => await handPosting.CreateOrderAsync(plain));
        yield return new(
            "GET, 404 with a typed error",
            () => Caught<ApiException<Shop.Problem>>(async () => await failing.Orders.GetAsync("ord_1")),
            () => Caught<OrderException>(async () => await handFailing.GetOrderAsync("ord_1")));
    }

    /// <inheritdoc/>
    public override string ToString() => What;

    private static (ShopClient, HandWritten) Clients(HttpStatusCode status, byte[] body)
    {
        var handler = new CannedHandler(status, "application/json", body);
        return (new ShopClient(handler.NewClient()), new HandWritten(handler.NewClient()));
    }

    private static async Task<object> Caught<TException>(Func<Task<object>> call)
        where TException : Exception
    {
        try
        {
            return await call();
        }
        catch (TException exception)
        {
            return exception;
        }
    }
}
