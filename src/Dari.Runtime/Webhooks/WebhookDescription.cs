namespace Dari.Webhooks;

/// <summary>What a document says about how its webhooks are delivered.</summary>
public sealed class WebhookDescription
{
    /// <summary>How deliveries are signed; null: the document does not say.</summary>
    public WebhookSignature? Signature { get; init; }

    /// <summary>The header that names the event; null: none.</summary>
    public string? EventHeader { get; init; }

    /// <summary>The member of the JSON body that names the event; null: none.</summary>
    public string? EventMember { get; init; }

    /// <summary>The event of a document with one event that nothing names; null: there are several.</summary>
    public string? OnlyEvent { get; init; }
}
