using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dari.Features.Webhooks;
using Dari.Webhooks;

namespace Dari.Features;

/// <summary>Webhooks and callbacks, verified as the document says.</summary>
public sealed class WebhookTests
{
    private const string Secret = "s3cret";

    [Fact]
    public async Task A_signed_webhook_reaches_its_handler_typed()
    {
        long price = 0;
        var receiver = new WebhookFeaturesWebhooks(new WebhookOptions { Secrets = [Secret] })
        {
            OnPetSold = (message, _) => Task.FromResult(price = message.Payload.Price),
        };

        WebhookResult result = await ReceiveAsync(receiver, """{"type":"pet.sold","price":4}""", Secret);

        result.Outcome.ShouldBe(WebhookOutcome.Handled);
        price.ShouldBe(4);
    }

    [Fact]
    public async Task A_callback_is_received_as_a_webhook_is()
    {
        string? to = null;
        var receiver = new WebhookFeaturesWebhooks(new WebhookOptions { Secrets = [Secret] })
        {
            OnPetMoved = (message, _) => Task.FromResult(to = message.Payload.To),
        };

        (await ReceiveAsync(receiver, """{"type":"pet.moved","to":"home"}""", Secret)).StatusCode.ShouldBe(200);
        to.ShouldBe("home");
    }

    [Fact]
    public async Task A_wrong_signature_reaches_nobody()
    {
        var receiver = new WebhookFeaturesWebhooks(new WebhookOptions { Secrets = [Secret] })
        {
            OnPetSold = (_, _) => throw new InvalidOperationException("Handled."),
        };

        WebhookResult result = await ReceiveAsync(receiver, """{"type":"pet.sold","price":4}""", "another");

        result.Refusal.ShouldBe(WebhookRefusal.WrongSignature);
    }

    private static Task<WebhookResult> ReceiveAsync(WebhookFeaturesWebhooks receiver, string body, string secret)
    {
        string time = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + "." + body));
        return receiver.HandleAsync(
            name => name switch
            {
                "Acme-Signature" => "v1=" + Convert.ToHexStringLower(mac),
                "Acme-Time" => time,
                _ => null,
            },
            Encoding.UTF8.GetBytes(body));
    }
}
