using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

public sealed class WebhookTests
{
    [Fact]
    public async Task A_requested_tool_call_is_pushed_with_a_signature_over_the_raw_body()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        string agent = await dari.AgentAsync();
        string secret = (await SetAsync(dari, agent, new { webhook_url = receiver.Url }))["signing_secret"]!.GetValue<string>();
        secret.ShouldStartWith("whsec_");
        string session = await dari.SessionAsync(agent, new { metadata = new { run = "7" } });

        await dari.SayAsync(session, "/tool find_order {\"order_id\":\"42\"}");
        (string signature, byte[] body, _) = await OneAsync(receiver);

        signature.ShouldBe("v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        var delivery = (JsonObject)JsonNode.Parse(body)!;
        delivery["type"]!.GetValue<string>().ShouldBe("tool.call_requested");
        delivery["data"]!["arguments"]!["order_id"]!.GetValue<string>().ShouldBe("42");
        delivery["data"]!["metadata"]!["run"]!.GetValue<string>().ShouldBe("7");
    }

    [Fact]
    public async Task A_refused_delivery_comes_again_with_the_same_id()
    {
        await using DariFixture dari = await DariFixture.StartAsync(new EmulatorOptions { WebhookRetryDelay = TimeSpan.FromMilliseconds(5) });
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync(refusals: 2);
        string agent = await dari.AgentAsync();
        await SetAsync(dari, agent, new { webhook_url = receiver.Url, event_types = new[] { "session.completed" } });

        await dari.SayAsync(await dari.SessionAsync(agent), "hi");
        await OneAsync(receiver, static delivery => delivery.Taken);

        receiver.Deliveries.Count.ShouldBe(3);
        receiver.Deliveries.Select(static delivery => (string?)JsonNode.Parse(delivery.Body)!["id"]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_delivery_that_is_never_taken_is_noted_in_the_ledger()
    {
        await using DariFixture dari = await DariFixture.StartAsync(new EmulatorOptions { WebhookRetryDelay = TimeSpan.FromMilliseconds(5) });
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync(refusals: 100);
        string agent = await dari.AgentAsync();
        await SetAsync(dari, agent, new { webhook_url = receiver.Url, event_types = new[] { "session.failed" } });
        string session = await dari.SessionAsync(agent);

        await dari.SayAsync(session, "/fail");
        await dari.UntilAsync($"/v1/sessions/{session}/events", static now =>
            ((JsonArray)now["events"]!).Any(static entry => (string?)entry!["type"] == "webhook.delivery_failed"));

        receiver.Deliveries.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_end_of_a_batch_is_pushed_once()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        string agent = await dari.AgentAsync();
        await SetAsync(dari, agent, new { webhook_url = receiver.Url, event_types = new[] { "batch.completed", "batch.failed", "batch.partial_failed" } });
        object item = new { agent_id = agent, message = new { content = new object[] { new { type = "text", text = "a" } } } };

        JsonObject batch = await dari.PostAsync("/v1/session-batches", new { items = new[] { item, item, item } }, HttpStatusCode.Created);
        (_, byte[] body, _) = await OneAsync(receiver);
        await dari.SayAsync((string)batch["sessions"]![0]!["session_id"]!, "more");
        await Task.Delay(100);

        var delivery = (JsonObject)JsonNode.Parse(body)!;
        delivery["type"]!.GetValue<string>().ShouldBe("batch.completed");
        delivery["data"]!["batch_id"]!.GetValue<string>().ShouldBe((string)batch["batch_id"]!);
        receiver.Deliveries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_can_be_rotated()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();
        await dari.PostAsync($"/v1/agents/{agent}/webhook/rotate-secret", null, HttpStatusCode.Conflict);

        string secret = (await SetAsync(dari, agent, new { webhook_url = "https://example.com/hook" }))["signing_secret"]!.GetValue<string>();
        (await SetAsync(dari, agent, new { webhook_url = "https://example.com/other" }))["signing_secret"].ShouldBeNull();
        JsonObject shown = await dari.GetAsync($"/v1/agents/{agent}/webhook");
        string rotated = (await dari.PostAsync($"/v1/agents/{agent}/webhook/rotate-secret", null, HttpStatusCode.OK))["signing_secret"]!.GetValue<string>();

        shown["webhook_url"]!.GetValue<string>().ShouldBe("https://example.com/other");
        shown["event_types"]!.ToJsonString().ShouldBe("""["tool.call_requested"]""");
        shown["signing_secret"].ShouldBeNull();
        rotated.ShouldNotBe(secret);
        for (int times = 0; times < 2; times++)
        {
            JsonObject removed = await dari.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v1/agents/{agent}/webhook"), HttpStatusCode.OK);
            removed["signing_enabled"]!.GetValue<bool>().ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("http://example.com/hook")]
    [InlineData("https://user:pass@example.com/hook")]
    [InlineData("/hook")]
    [InlineData("ftp://127.0.0.1/hook")]
    public async Task A_wrong_address_is_refused(string url)
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();

        await SetAsync(dari, agent, new { webhook_url = url }, HttpStatusCode.UnprocessableEntity);
    }

    private static Task<JsonObject> SetAsync(DariFixture dari, string agent, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        dari.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"/v1/agents/{agent}/webhook") { Content = JsonContent.Create(body) }, expected);

    private static async Task<(string Signature, byte[] Body, bool Taken)> OneAsync(
        WebhookReceiver receiver, Func<(string Signature, byte[] Body, bool Taken), bool>? wanted = null)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            foreach ((string Signature, byte[] Body, bool Taken) delivery in receiver.Deliveries)
            {
                if (wanted?.Invoke(delivery) ?? true)
                {
                    return delivery;
                }
            }

            await Task.Delay(10, deadline.Token);
        }
    }
}
