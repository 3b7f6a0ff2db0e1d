using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Snapshot.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class WebhookTests
{
    [Fact]
    public async Task Events_that_are_wanted_are_delivered_signed_and_again_after_a_failure()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync(
            new() { BuildDuration = TimeSpan.Zero, WebhookRetryDelay = TimeSpan.FromMilliseconds(10) });
        var received = new ConcurrentQueue<(string Signature, string Timestamp, byte[] Body)>();
        await using WebApplication receiver = await ReceiveAsync(received);
        JsonNode made = await service.PostAsync(
            "/v1/webhooks/endpoints", new { url = receiver.Urls.Single() + "/hook", event_patterns = new[] { "snapshot.*" }, max_retries = 1 });
        string secret = made["secret"]!.GetValue<string>();
        made["endpoint"]!.ToJsonString().ShouldNotContain(secret);

        await service.PostAsync("/v1/volumes", new { name = "unwanted" });
        await service.PostAsync("/v1/snapshots", new { oci_image = "a" }, HttpStatusCode.Created);
        JsonNode list = await service.UntilAsync("/v1/webhooks/deliveries", static now =>
            ((JsonArray)now["deliveries"]!) is { Count: 2 } all && all.All(static one => one!["status"]!.GetValue<string>() == "delivered"));

        ((JsonArray)list["deliveries"]!).Select(static one => one!["event_type"]!.GetValue<string>()).ShouldBe(["snapshot.ready", "snapshot.create"], ignoreOrder: true);
        ((JsonArray)list["deliveries"]!).Sum(static one => one!["attempts"]!.GetValue<int>()).ShouldBe(3);
        received.Count.ShouldBe(3);
        received.ShouldAllBe(one => one.Signature == WebhookSender.Sign(secret, one.Timestamp, one.Body));
    }

    [Fact]
    public async Task An_address_outside_is_never_called()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        JsonNode made = await service.PostAsync("/v1/webhooks/endpoints", new { url = "https://example.com/hook" });
        made["endpoint"]!["max_retries"]!.GetValue<int>().ShouldBe(7);
        made["endpoint"]!["subscribed_event_patterns"]!.ToJsonString().ShouldBe("""["*"]""");

        JsonNode delivery = ((JsonArray)(await service.GetAsync("/v1/webhooks/deliveries?limit=1"))["deliveries"]!).ShouldHaveSingleItem()!;
        delivery["status"]!.GetValue<string>().ShouldBe("failed");
        delivery["attempts"]!.GetValue<int>().ShouldBe(0);
        await service.DeleteAsync($"/v1/webhooks/endpoints/{made["endpoint"]!["id"]}");
        await service.PostAsync("/v1/webhooks/endpoints", new { url = "nowhere" }, HttpStatusCode.UnprocessableEntity);
        await service.PostAsync("/v1/webhooks/endpoints", new { url = "https://example.com", timeout_seconds = 2 }, HttpStatusCode.UnprocessableEntity);
        ((JsonArray)(await service.GetAsync("/v1/webhooks/deliveries"))["deliveries"]!).Count.ShouldBe(1);
    }

    /// <summary>Refuses the first delivery and takes the others.</summary>
    private static async Task<WebApplication> ReceiveAsync(ConcurrentQueue<(string Signature, string Timestamp, byte[] Body)> received)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        int count = 0;
        app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((
                http.Request.Headers[WebhookSender.SignatureHeader].ToString(),
                http.Request.Headers[WebhookSender.TimestampHeader].ToString(),
                body.ToArray()));
            http.Response.StatusCode = Interlocked.Increment(ref count) == 1 ? 503 : 204;
        });
        await app.StartAsync();
        return app;
    }
}
