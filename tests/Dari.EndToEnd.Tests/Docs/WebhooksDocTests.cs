using System.Security.Cryptography;
using System.Text;
using Dari.Agents;
using Dari.Webhooks;

namespace Dari.EndToEnd.Tests.Docs;

public sealed class WebhooksDocTests
{
    [Fact]
    public async Task The_sample_of_the_page_takes_a_signed_delivery()
    {
        DocSample.ShouldBeIn("docs/webhooks.md");
        const string Secret = "whsec_current";
        byte[] body = """{"id":"whd_1","type":"session.completed","data":{"session_id":"sess_1"}}"""u8.ToArray();
        string signature = "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        var completed = new List<string>();

        WebhookResult result = await ReceiveAsync(["whsec_old", Secret], name => name == "Dari-Webhook-Signature" ? signature : null, new MemoryStream(body), completed);

        Assert.Equal((WebhookOutcome.Handled, 200), (result.Outcome, result.StatusCode));
        Assert.Equal(["sess_1"], completed);
    }

    private static async Task<WebhookResult> ReceiveAsync(string[] secrets, Func<string, string?> header, Stream body, List<string> completed)
    {
        CancellationToken cancellationToken = CancellationToken.None;

        // sample
        var webhooks = new DariWebhooks(new WebhookOptions { Secrets = secrets })
        {
            OnSessionCompleted = (message, _) =>
            {
                completed.Add(message.Payload.Data.SessionId);
                return Task.CompletedTask;
            },
        };

        WebhookResult result = await webhooks.HandleAsync(header, body, cancellationToken: cancellationToken);
        // end
        return result;
    }
}
