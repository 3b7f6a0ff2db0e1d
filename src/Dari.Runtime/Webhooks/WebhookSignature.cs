namespace Dari.Webhooks;

/// <summary>How a service signs what it delivers.</summary>
/// <remarks>
/// Covers what services do with a MAC: GitHub's is <c>{ Header = "X-Hub-Signature-256", Format = "sha256={mac}" }</c>,
/// Stripe's <c>{ Header = "Stripe-Signature", Format = "v1={mac}", TimestampEntry = "t", Content = "{timestamp}.{body}"
/// }</c>.
/// </remarks>
public sealed record WebhookSignature
{
    private readonly SignedContent _content = SignedContent.Parse("{body}");
    private readonly string _format = "{mac}";

    /// <summary>
    /// As https://www.standardwebhooks.com has it: <c>webhook-id</c>, <c>webhook-timestamp</c> and
    /// <c>webhook-signature</c> with entries <c>v1,&lt;base64&gt;</c>, secrets in base64 behind <c>whsec_</c>.
    /// </summary>
    public static WebhookSignature StandardWebhooks { get; } = new()
    {
        Header = "webhook-signature",
        Format = "v1,{mac}",
        Separator = " ",
        Encoding = WebhookEncoding.Base64,
        Content = "{id}.{timestamp}.{body}",
        IdHeader = "webhook-id",
        TimestampHeader = "webhook-timestamp",
        Secret = WebhookEncoding.Base64,
        SecretPrefix = "whsec_",
    };

    /// <summary>The header with the signature.</summary>
    public required string Header { get; init; }

    /// <summary>How the MAC is computed.</summary>
    public WebhookAlgorithm Algorithm { get; init; } = WebhookAlgorithm.HmacSha256;

    /// <summary>How the MAC is written.</summary>
    public WebhookEncoding Encoding { get; init; } = WebhookEncoding.Hex;

    /// <summary>
    /// What an entry of the header looks like, such as <c>v1={mac}</c>. Entries of another look are passed over.
    /// </summary>
    /// <exception cref="ArgumentException">There is not exactly one <c>{mac}</c> in it.</exception>
    public string Format
    {
        get => _format;
        init => _format = value.Split("{mac}").Length == 2
            ? value
            : throw new ArgumentException("The format of a signature has {mac} in it once.", nameof(value));
    }

    /// <summary>What stands between entries; a service that changes its secret may send several.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>
    /// What is signed: <c>{body}</c>, <c>{timestamp}</c>, <c>{id}</c> and text between them. The body is taken byte by
    /// byte.
    /// </summary>
    /// <exception cref="ArgumentException">No <c>{body}</c>, or another name in braces.</exception>
    public string Content
    {
        get => _content.ToString();
        init => _content = SignedContent.Parse(value);
    }

    /// <summary>
    /// The header that says when the delivery was sent, in seconds or milliseconds since 1970 or as RFC 3339.
    /// </summary>
    public string? TimestampHeader { get; init; }

    /// <summary>The entry of <see cref="Header"/> that says so instead: <c>t</c> for <c>t=1700000000</c>.</summary>
    public string? TimestampEntry { get; init; }

    /// <summary>The header with the delivery's id.</summary>
    public string? IdHeader { get; init; }

    /// <summary>The member of a JSON body with the delivery's id.</summary>
    public string? IdMember { get; init; }

    /// <summary>The header that says by which version of the scheme the delivery is signed.</summary>
    public string? VersionHeader { get; init; }

    /// <summary>The version that this describes; any other is refused.</summary>
    public string Version { get; init; } = "v1";

    /// <summary>How the bytes of the secret are written.</summary>
    public WebhookEncoding Secret { get; init; } = WebhookEncoding.Text;

    /// <summary>What stands before the secret and is no part of it; null: all of it counts.</summary>
    public string? SecretPrefix { get; init; }

    /// <summary>How far the time of a delivery may be from now, in both directions; 5 minutes.</summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMinutes(5);

    internal SignedContent Signed => _content;
}
