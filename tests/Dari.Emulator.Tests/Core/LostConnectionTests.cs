using System.Net.Sockets;
using System.Text;

namespace Dari.Emulator.Tests.Core;

/// <summary>Clients that vanish are not faults of the emulator.</summary>
public sealed class LostConnectionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_vanishes_within_its_body_leaves_no_violation(bool reset)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        // A request may be lost before it is seen at all, so they are counted as they are recorded.
        while (orders.Runtime.Journal.Calls.Count < 10)
        {
            await SendHalfAsync(orders, reset, deadline.Token);
        }

        orders.Runtime.Journal.Violations.ShouldBeEmpty();
        orders.Runtime.Journal.Calls.ShouldAllBe(static call => call.Status == 0 || call.Status == 400);
    }

    private static async Task SendHalfAsync(OrdersEmulator orders, bool reset, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", orders.Http.BaseAddress!.Port, cancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "PUT /orders/o_1 HTTP/1.1\r\nHost: x\r\nX-Key: good\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"id\":"), cancellationToken);
        await Task.Delay(15, cancellationToken);
        client.LingerState = new LingerOption(reset, 0);
    }
}
