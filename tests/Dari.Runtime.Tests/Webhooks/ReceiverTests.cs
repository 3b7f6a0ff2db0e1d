using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dari.Json;
using Dari.Webhooks;

namespace Dari.Runtime.Tests.Webhooks;

public sealed class ReceiverTests
{
    private const string Secret = "whsec_test";

    [Fact]
    public async Task A_delivery_is_handled_once_and_again_when_its_handler_failed()
    {
        int calls = 0;
        var receiver = new Receiver(new WebhookOptions { Secrets = [Secret] })
        {
            OnPing = (message, _) =>
            {
                message.Payload.ShouldBe(7);
                return ++calls == 1 ? throw new InvalidOperationException("not now") : Task.CompletedTask;
            },
        };

        await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(receiver, """{"id":"1","type":"ping","n":7}"""));
        (await SendAsync(receiver, """{"id":"1","type":"ping","n":7}""")).Outcome.ShouldBe(WebhookOutcome.Handled);
        WebhookResult again = await SendAsync(receiver, """{"id":"1","type":"ping","n":7}""");

        (again.Outcome, again.StatusCode, calls).ShouldBe((WebhookOutcome.Duplicate, 200, 2));
    }

    [Fact]
    public async Task While_one_is_handled_its_twin_is_asked_to_come_later()
    {
        var gate = new TaskCompletionSource();
        var receiver = new Receiver(new WebhookOptions { Secrets = [Secret] }) { OnPing = (_, _) => gate.Task };

        Task<WebhookResult> first = SendAsync(receiver, """{"id":"1","type":"ping","n":7}""");
        WebhookResult second = await SendAsync(receiver, """{"id":"1","type":"ping","n":7}""");
        gate.SetResult();

        (second.Outcome, second.StatusCode).ShouldBe((WebhookOutcome.InProgress, 503));
        (await first).Outcome.ShouldBe(WebhookOutcome.Handled);
    }

    [Fact]
    public async Task Unknown_events_are_kept_and_what_nobody_wants_is_accepted()
    {
        JsonElement other = default;
        var options = new WebhookOptions { Secrets = [Secret] };
        var keeping = new Receiver(options) { OnOther = (message, _) => Task.FromResult(other = message.Payload) };

        (await SendAsync(keeping, """{"id":"1","type":"brand.new","x":[1]}""")).ShouldBe(
            new WebhookResult(WebhookOutcome.Handled) { Event = "brand.new" });
        other.GetProperty("x")[0].GetInt32().ShouldBe(1);

        WebhookResult unwanted = await SendAsync(new Receiver(options), """{"id":"2","type":"ping","n":1}""");
        (unwanted.Outcome, unwanted.StatusCode).ShouldBe((WebhookOutcome.Unhandled, 200));
    }

    [Fact]
    public async Task What_is_not_in_order_is_refused_with_a_status_that_says_so()
    {
        var receiver = new Receiver(new WebhookOptions { Secrets = [Secret], MaxBodyBytes = 100 }) { OnPing = (_, _) => Task.CompletedTask };

        WebhookResult forged = await receiver.HandleAsync(static _ => "v1=" + new string('0', 64), "{}"u8.ToArray());
        WebhookResult tooLong = await SendAsync(receiver, new string('x', 101));
        WebhookResult unreadable = await SendAsync(receiver, """{"id":"1","type":"ping","n":"seven"}""");

        (forged.StatusCode, forged.Refusal, forged.Event).ShouldBe((401, WebhookRefusal.WrongSignature, null));
        (tooLong.StatusCode, tooLong.Refusal).ShouldBe((413, WebhookRefusal.BodyTooLong));
        (unreadable.StatusCode, unreadable.Refusal).ShouldBe((400, WebhookRefusal.UnreadableBody));
        unreadable.Detail.ShouldNotBeNull().ShouldNotContain("seven");

        // A refused delivery is not remembered: the next one may be better.
        (await SendAsync(receiver, """{"id":"1","type":"ping","n":7}""")).Outcome.ShouldBe(WebhookOutcome.Handled);
    }

    [Fact]
    public async Task An_id_that_is_not_signed_does_not_tell_deliveries_apart()
    {
        int calls = 0;
        var signature = new WebhookSignature { Header = "S", Format = "v1={mac}", IdHeader = "X-Id" };
        var receiver = new Receiver(new WebhookOptions { Secrets = [Secret], Signature = signature }) { OnPing = (_, _) => Task.FromResult(++calls) };
        byte[] body = """{"type":"ping","n":7}"""u8.ToArray();
        string mac = "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));

        await receiver.HandleAsync(name => name == "X-Id" ? "1" : mac, body);
        (await receiver.HandleAsync(name => name == "X-Id" ? "2" : mac, body)).Outcome.ShouldBe(WebhookOutcome.Duplicate);

        calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_guard_forgets_the_oldest_and_what_is_over()
    {
        var guard = new MemoryWebhookReplayGuard(most: 3);
        DateTimeOffset later = DateTimeOffset.UtcNow.AddHours(1);
        foreach (string id in new[] { "a", "b", "c", "d" })
        {
            (await guard.ClaimAsync(id, later, default)).ShouldBe(WebhookClaim.Claimed);
            await guard.CompleteAsync(id, later, default);
        }

        (await guard.ClaimAsync("d", later, default)).ShouldBe(WebhookClaim.Handled);
        (await guard.ClaimAsync("a", later, default)).ShouldBe(WebhookClaim.Claimed);
        await guard.CompleteAsync("d", DateTimeOffset.UtcNow.AddSeconds(-1), default);
        (await guard.ClaimAsync("d", later, default)).ShouldBe(WebhookClaim.Claimed);
    }

    [Fact]
    public void A_receiver_needs_a_secret_where_deliveries_are_signed_and_takes_none_where_they_are_not()
    {
        Should.Throw<ArgumentException>(() => new Receiver(new WebhookOptions()));
        Should.Throw<ArgumentException>(() => new Unsigned(new WebhookOptions { Secrets = ["x"] }));
        new Unsigned(null).IsVerifying.ShouldBeFalse();
    }

    private static Task<WebhookResult> SendAsync(Receiver receiver, string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);
        string mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        return receiver.HandleAsync(name => name == "S" ? "v1=" + mac : null, new MemoryStream(body));
    }

    // As the generator writes them.
    private sealed class Receiver(WebhookOptions options) : WebhookReceiver(
        new WebhookDescription
        {
            Signature = new WebhookSignature { Header = "S", Format = "v1={mac}", IdMember = "id" },
            EventMember = "type",
        },
        options)
    {
        public WebhookHandler<long>? OnPing { get; init; }

        protected override Task<bool> RouteAsync(WebhookDelivery delivery, CancellationToken cancellationToken) => delivery.Event switch
        {
            "ping" => delivery.ToAsync(OnPing, Number, cancellationToken),
            _ => Task.FromResult(false),
        };

        private static long Number(ref Utf8JsonReader reader)
        {
            JsonElement value = JsonRead.Any(ref reader).GetProperty("n");
            return value.ValueKind == JsonValueKind.Number ? value.GetInt64() : throw new JsonException("expected a number, found a string");
        }
    }

    private sealed class Unsigned(WebhookOptions? options) : WebhookReceiver(new WebhookDescription(), options)
    {
        protected override Task<bool> RouteAsync(WebhookDelivery delivery, CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
