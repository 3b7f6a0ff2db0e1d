namespace Dari.Webhooks;

/// <summary>What came of claiming a delivery.</summary>
public enum WebhookClaim
{
    /// <summary>It is the caller's.</summary>
    Claimed,

    /// <summary>It is being handled elsewhere.</summary>
    InProgress,

    /// <summary>It was handled.</summary>
    Handled,
}
