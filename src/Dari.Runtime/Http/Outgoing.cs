namespace Dari.Http;

/// <summary>A call that is ready to be sent, as often as need be.</summary>
internal sealed class Outgoing
{
    internal required ApiRequest Request { get; init; }

    internal required RequestOptions? Options { get; init; }

    internal required TimeSpan Timeout { get; init; }

    /// <summary>How often it may be sent again; zero when that could do the work twice.</summary>
    internal required int MaxRetries { get; init; }

    internal required IReadOnlyDictionary<string, string> Headers { get; init; }

    internal required IReadOnlyList<Proof> Proofs { get; init; }

    internal required Redaction Redaction { get; init; }
}
