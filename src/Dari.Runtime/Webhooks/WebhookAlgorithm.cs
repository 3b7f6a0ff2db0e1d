namespace Dari.Webhooks;

/// <summary>How the MAC of a delivery is computed (RFC 2104).</summary>
public enum WebhookAlgorithm
{
    /// <summary>HMAC-SHA256.</summary>
    HmacSha256,

    /// <summary>HMAC-SHA512.</summary>
    HmacSha512,

    /// <summary>HMAC-SHA1, for services that have nothing newer.</summary>
    HmacSha1,
}
