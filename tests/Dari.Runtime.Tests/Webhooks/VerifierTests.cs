using System.Security.Cryptography;
using System.Text;
using Dari.Webhooks;

namespace Dari.Runtime.Tests.Webhooks;

public sealed class VerifierTests
{
    private const string Secret = "whsec_test";
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 10, 20, 30, TimeSpan.Zero);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"whd_1","text":"ü \u0041"}""");
    private static readonly WebhookSignature OfBody = new() { Header = "Dari-Webhook-Signature", Format = "v1={mac}" };
    private static readonly WebhookSignature WithTime = new()
    {
        Header = "X-Webhook-Signature",
        Format = "v1={mac}",
        Content = "{timestamp}.{body}",
        TimestampHeader = "X-Webhook-Timestamp",
    };

    [Fact]
    public void What_others_publish_verifies()
    {
        // https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
        Verify(
            new WebhookSignature { Header = "X-Hub-Signature-256", Format = "sha256={mac}" },
            ["It's a Secret to Everybody"],
            "Hello, World!"u8,
            ("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")).ShouldBe(WebhookRefusal.None);

        // https://www.standardwebhooks.com
        new WebhookVerifier(WebhookSignature.StandardWebhooks, ["whsec_plJ3nmyCDGBKInavdOK15jsl"], TimeSpan.FromDays(100_000)).Verify(
            Headers(
                ("webhook-id", "msg_loFOjxBNrRLzqYUf"),
                ("webhook-timestamp", "1731705121"),
                ("webhook-signature", "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=")),
            """{"event_type":"ping","data":{"success":true}}"""u8).Refusal.ShouldBe(WebhookRefusal.None);
    }

    [Fact]
    public void Any_of_several_secrets_and_of_several_entries_will_do()
    {
        string mine = Mac(Secret, Body);
        string others = Mac("other", Body);

        Verify(OfBody, ["old", Secret], Body, Signed($"v1={mine}")).ShouldBe(WebhookRefusal.None);
        Verify(OfBody, [Secret], Body, Signed($"v0=zz, v1={others}, v1={mine.ToUpperInvariant()}")).ShouldBe(WebhookRefusal.None);
        Verify(OfBody, ["old", "older"], Body, Signed($"v1={mine}")).ShouldBe(WebhookRefusal.WrongSignature);
    }

    [Theory]
    [InlineData(null, WebhookRefusal.MissingSignature)]
    [InlineData("", WebhookRefusal.MissingSignature)]
    [InlineData("v2=00", WebhookRefusal.MalformedSignature)]
    [InlineData("v1=", WebhookRefusal.MalformedSignature)]
    [InlineData("v1=xyz", WebhookRefusal.MalformedSignature)]
    [InlineData("v1=00", WebhookRefusal.WrongSignature)]
    public void A_signature_that_is_none_is_told_from_a_wrong_one(string? header, WebhookRefusal refusal) =>
        Verify(OfBody, [Secret], Body, Signed(header)).ShouldBe(refusal);

    [Fact]
    public void One_changed_bit_is_enough()
    {
        string mac = Mac(Secret, Body);
        for (int i = 0; i < Body.Length * 8; i += 5)
        {
            byte[] changed = [.. Body];
            changed[i / 8] ^= (byte)(1 << (i % 8));
            Verify(OfBody, [Secret], changed, Signed($"v1={mac}")).ShouldBe(WebhookRefusal.WrongSignature);
        }
    }

    [Theory]
    [InlineData(0, WebhookRefusal.None)]
    [InlineData(-299, WebhookRefusal.None)]
    [InlineData(-301, WebhookRefusal.TooOld)]
    [InlineData(299, WebhookRefusal.None)]
    [InlineData(301, WebhookRefusal.FromTheFuture)]
    public void Time_is_checked_within_the_tolerance(int seconds, WebhookRefusal refusal)
    {
        DateTimeOffset sent = Now.AddSeconds(seconds);
        string[] texts = [sent.ToUnixTimeSeconds().ToString(), sent.ToUnixTimeMilliseconds().ToString(), sent.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")];
        Assert.All(texts, text => Verify(WithTime, [Secret], Body, Timed(text)).ShouldBe(refusal, text));
    }

    [Fact]
    public void Time_that_is_missing_changed_or_no_time_is_refused()
    {
        (string, string?)[] good = Timed("1777890030");

        Verify(WithTime, [Secret], Body, good[0]).ShouldBe(WebhookRefusal.MissingTimestamp);
        Verify(WithTime, [Secret], Body, good[0], ("X-Webhook-Timestamp", "1777890031")).ShouldBe(WebhookRefusal.WrongSignature);
        Verify(WithTime, [Secret], Body, Timed("yesterday")).ShouldBe(WebhookRefusal.MalformedTimestamp);
        Verify(WithTime, [Secret], Body, Timed("99999999999999999999")).ShouldBe(WebhookRefusal.MalformedTimestamp);
    }

    [Fact]
    public void Time_in_the_signature_itself_and_versions_are_understood()
    {
        string mac = Mac(Secret, [.. "1777890030."u8, .. Body]);
        var stripe = new WebhookSignature { Header = "S", Format = "v1={mac}", Content = "{timestamp}.{body}", TimestampEntry = "t" };
        WebhookSignature versioned = OfBody with { VersionHeader = "x-nullspace-signature-version" };

        Verify(stripe, [Secret], Body, ("S", $"t=1777890030,v1={mac},v0=1")).ShouldBe(WebhookRefusal.None);
        Verify(versioned, [Secret], Body, Signed($"v1={Mac(Secret, Body)}"), ("x-nullspace-signature-version", "v1")).ShouldBe(WebhookRefusal.None);
        Verify(versioned, [Secret], Body, Signed($"v1={Mac(Secret, Body)}"), ("x-nullspace-signature-version", "v2")).ShouldBe(WebhookRefusal.UnknownVersion);
    }

    [Fact]
    public void Secrets_and_templates_that_cannot_be_meant_are_refused_without_naming_them()
    {
        Should.Throw<ArgumentException>(() => new WebhookVerifier(OfBody, []));
        Should.Throw<ArgumentException>(() => new WebhookVerifier(OfBody, [""]));
        Should.Throw<ArgumentException>(() => new WebhookVerifier(WebhookSignature.StandardWebhooks, ["whsec_no!base64"]))
            .Message.ShouldNotContain("no!base64");
        Should.Throw<ArgumentException>(() => OfBody with { Content = "{timestamp}" });
        Should.Throw<ArgumentException>(() => OfBody with { Content = "{body}{secret}" });
        Should.Throw<ArgumentException>(() => OfBody with { Content = "{body}{" });
        Should.Throw<ArgumentException>(() => OfBody with { Format = "v1" });
    }

    private static WebhookRefusal Verify(
        WebhookSignature signature, string[] secrets, ReadOnlySpan<byte> body, params (string, string?)[] headers) =>
        new WebhookVerifier(signature, secrets, clock: new FixedClock()).Verify(Headers(headers), body).Refusal;

    private static Func<string, string?> Headers(params (string Name, string? Value)[] headers) =>
        name => headers.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static (string, string?) Signed(string? value) => (OfBody.Header, value);

    private static (string, string?)[] Timed(string text) =>
    [
        (WithTime.Header, "v1=" + Mac(Secret, [.. Encoding.UTF8.GetBytes(text + "."), .. Body])),
        (WithTime.TimestampHeader!, text),
    ];

    private static string Mac(string secret, byte[] content) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content));

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
