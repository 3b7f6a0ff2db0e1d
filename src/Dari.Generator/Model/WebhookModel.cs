using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>The class that receives a document's webhooks and callbacks.</summary>
internal sealed record WebhooksModel
{
    public required Identifier Name { get; init; }

    public required DocsModel Docs { get; init; }

    /// <summary><see langword="null"/> when the document does not say how deliveries are signed.</summary>
    public SignatureModel? Signature { get; init; }

    public required EventNameModel EventName { get; init; }

    public required EquatableArray<WebhookModel> Events { get; init; }
}

/// <summary>Where a delivery names its event: at most one of the three.</summary>
internal sealed record EventNameModel(string? Header, string? Member, string? Only);

internal enum PayloadKind
{
    Json,

    /// <summary>Whatever else it is: handed on as bytes.</summary>
    Raw,
}

/// <summary>
/// One event: <paramref name="Event"/> is what a delivery calls it. <paramref name="Value"/> is there with
/// <see cref="PayloadKind.Json"/> only.
/// </summary>
internal sealed record WebhookModel(
    Identifier Handler, string Event, PayloadKind Kind, ValueModel? Value, bool IsNullable, DocsModel Docs, string Pointer);

/// <summary>
/// <c>x-webhook-signature</c>: what stands in it, and <see langword="null"/> for what does not. Either of
/// <see cref="IsStandard"/> or with a header.
/// </summary>
internal sealed record SignatureModel
{
    public bool IsStandard { get; init; }

    public string? Header { get; init; }

    /// <summary>Name of a member of the runtime's <c>WebhookAlgorithm</c>.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Name of a member of the runtime's <c>WebhookEncoding</c>.</summary>
    public string? Encoding { get; init; }

    public string? Format { get; init; }

    public string? Separator { get; init; }

    public string? Content { get; init; }

    public string? TimestampHeader { get; init; }

    public string? TimestampEntry { get; init; }

    public string? IdHeader { get; init; }

    public string? IdMember { get; init; }

    public string? VersionHeader { get; init; }

    public string? Version { get; init; }

    /// <summary>Name of a member of the runtime's <c>WebhookEncoding</c>.</summary>
    public string? Secret { get; init; }

    public string? SecretPrefix { get; init; }

    public int? ToleranceSeconds { get; init; }
}
