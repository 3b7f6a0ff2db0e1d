using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Tests.Core;

/// <summary>The orders service, running, and a client for it.</summary>
internal sealed class OrdersEmulator : IAsyncDisposable
{
    public const string Order = """{"id":"o_1","lines":[{"kind":"item","count":2}],"clientOnly":"c"}""";

    private OrdersEmulator(EmulatorRuntime runtime, OrdersService service)
    {
        Runtime = runtime;
        Service = service;
        Http = new HttpClient { BaseAddress = runtime.Url("orders") };
        Http.DefaultRequestHeaders.Add("X-Key", "good");
    }

    public EmulatorRuntime Runtime { get; }

    public OrdersService Service { get; }

    public HttpClient Http { get; }

    public static async Task<OrdersEmulator> StartAsync(EmulatorOptions? options = null)
    {
        OrdersService? service = null;
        EmulatorRuntime runtime = await EmulatorRuntime.StartAsync(
            EmulatorKeys.Complete(options ?? new EmulatorOptions()),
            [new ServiceEntry("orders", static _ => "good", static _ => 0, context => service = new OrdersService(context))],
            CancellationToken.None);
        return new OrdersEmulator(runtime, service!);
    }

    public async Task<(HttpStatusCode Status, JsonObject Body)> PutAsync(string body = Order, string path = "/orders/o_1", string contentType = "application/json")
    {
        using HttpResponseMessage response = await Http.PutAsync(path, new StringContent(body, Encoding.UTF8, contentType));
        string text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? (JsonObject)JsonNode.Parse(text)! : []);
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Runtime.DisposeAsync();
    }
}
