namespace Dari.Webhooks;

/// <summary>How bytes stand in text.</summary>
public enum WebhookEncoding
{
    /// <summary>Hexadecimal digits in any case.</summary>
    Hex,

    /// <summary>Base64 with padding.</summary>
    Base64,

    /// <summary>The text itself in UTF-8; for secrets only.</summary>
    Text,
}
