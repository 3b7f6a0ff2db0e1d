namespace Dari.Webhooks;

/// <summary>Why a delivery is not taken.</summary>
public enum WebhookRefusal
{
    /// <summary>It is not refused.</summary>
    None,

    /// <summary>The header with the signature is not there.</summary>
    MissingSignature,

    /// <summary>The header holds no entry that reads as a signature.</summary>
    MalformedSignature,

    /// <summary>It is signed by a version of the scheme that is not known.</summary>
    UnknownVersion,

    /// <summary>The id that is signed is not there.</summary>
    MissingId,

    /// <summary>The time is not there.</summary>
    MissingTimestamp,

    /// <summary>The time does not read.</summary>
    MalformedTimestamp,

    /// <summary>No signature fits a secret: another secret, or a body that was changed on the way.</summary>
    WrongSignature,

    /// <summary>It was sent longer ago than the tolerance.</summary>
    TooOld,

    /// <summary>It claims to be sent in the future: a clock is wrong.</summary>
    FromTheFuture,

    /// <summary>The body is longer than what is read.</summary>
    BodyTooLong,

    /// <summary>The body is not what its event says.</summary>
    UnreadableBody,
}
