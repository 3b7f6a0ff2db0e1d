namespace Dari.Uploads.Tickets;

/// <summary>What a ticket holds.</summary>
internal sealed record TicketData
{
    /// <summary>The operation that announces.</summary>
    internal required string Operation { get; init; }

    /// <summary>The path of that call.</summary>
    internal required string Scope { get; init; }

    internal required SourceIdentity Source { get; init; }

    /// <summary>What is announced, as JSON: under the same key it must be the same to the byte.</summary>
    internal required string Request { get; init; }

    internal required string CreateKey { get; init; }

    internal required string CompleteKey { get; init; }

    internal string? UploadId { get; init; }

    internal PartLayout? Layout { get; init; }

    internal int MaxConcurrency { get; init; }

    internal ConfirmedParts Parts { get; init; } = ConfirmedParts.None;

    /// <summary>The digest of everything, once all of it was read and confirmed; it goes into the last call.</summary>
    internal string? Sha256 { get; init; }

    internal static string NewKey() => Guid.NewGuid().ToString("D");

    /// <summary>As before it was announced, under new keys.</summary>
    internal TicketData Anew() => this with
    {
        CreateKey = NewKey(),
        CompleteKey = NewKey(),
        UploadId = null,
        Layout = null,
        MaxConcurrency = 0,
        Parts = ConfirmedParts.None,
        Sha256 = null,
    };
}
