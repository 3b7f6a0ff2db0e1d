using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dari.Agents;
using Dari.EndToEnd.Tests.Operations;
using Dari.Snapshots;

namespace Dari.EndToEnd.Tests.Samples;

/// <summary>The sample receives what the emulator sends, over real HTTP.</summary>
[Collection(EmulatorCollection.Name)]
public sealed class WebhooksSampleTests(EmulatorFixture fixture)
{
    [Fact]
    public async Task The_sample_takes_what_the_services_send_and_refuses_everybody_else()
    {
        Uri address = WebhooksProcess.FreeAddress();
        var world = new DariWorld(fixture);
        CreatedAgent agent = await world.Agent();
        string dariSecret = (await world.Client.AgentWebhooks.SetAsync(agent.Id, new SetAgentWebhookRequest
        {
            WebhookUrl = new Uri(address, "/dari"),
            EventTypes = [WebhookEventType.SessionCompleted, WebhookEventType.ToolCallRequested],
        })).SigningSecret!;
        WebhookEndpointCreateResponse endpoint = await fixture.Snapshot.Webhooks.CreateEndpointAsync(new WebhookEndpointCreateRequest
        {
            Url = new Uri(address, "/snapshots").ToString(),
            EventPatterns = new(["webhook.*"]),
        });

        // As while a secret is being changed: the old one beside the one in use.
        using WebhooksProcess sample = await WebhooksProcess.StartAsync(address, "whsec_old," + dariSecret, endpoint.AdditionalProperties!["secret"].GetString()!);
        string session = (await world.Client.Sessions.CreateAsync(agent.Id)).Id;
        await world.Client.Sessions.SendEventAsync(session, world.Message);
        await sample.UntilAsync($"{session} has completed");
        await fixture.Snapshot.Webhooks.DeleteEndpointAsync(
            (await fixture.Snapshot.Webhooks.CreateEndpointAsync(new WebhookEndpointCreateRequest { Url = "https://hooks.example.com" })).Endpoint!.Id!);
        await sample.UntilAsync("webhook.create of webhook_endpoint");

        const string Body = """{"id":"whd_again","type":"session.completed","data":{"session_id":"sess_again"}}""";
        Assert.Equal(HttpStatusCode.OK, await SendAsync(address, Body, dariSecret));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(address, Body, dariSecret));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(address, """{"id":"whd_new","type":"brand.new","data":{}}""", dariSecret));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(address, Body, "whsec_forged"));

        await sample.UntilAsync("nobody knows brand.new");
        await sample.UntilAsync("WrongSignature");
        Assert.Single(sample.Lines, line => line.Contains("sess_again has completed", StringComparison.Ordinal));
        Assert.DoesNotContain(sample.Lines, line => line.Contains("whsec_", StringComparison.Ordinal));
        await fixture.Snapshot.Webhooks.DeleteEndpointAsync(endpoint.Endpoint!.Id!);
    }

    private static async Task<HttpStatusCode> SendAsync(Uri address, string body, string secret)
    {
        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/dari")) { Content = new StringContent(body) };
        request.Headers.Add("Dari-Webhook-Signature", "v1=" + Convert.ToHexStringLower(mac));
        using HttpResponseMessage answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
