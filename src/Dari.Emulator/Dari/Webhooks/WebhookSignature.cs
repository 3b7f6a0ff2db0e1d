using System.Security.Cryptography;
using System.Text;

namespace Dari.Emulator.Dari.Webhooks;

/// <summary>The signature of a delivery.</summary>
internal static class WebhookSignature
{
    public const string Header = "Dari-Webhook-Signature";

    /// <summary>HMAC-SHA256 over the body's bytes, keyed by the whole secret, in lower-case hexadecimal digits.</summary>
    public static string Sign(string secret, ReadOnlySpan<byte> body) =>
        "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
