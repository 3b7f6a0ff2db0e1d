using Dari.Idempotency;
using Dari.Idempotency.Requests;

namespace Dari.Http;

/// <summary>A call that is ready to be sent, as often as need be.</summary>
internal sealed class Outgoing
{
    internal required ApiRequest Request { get; init; }

    internal required RequestOptions? Options { get; init; }

    internal required TimeSpan Timeout { get; init; }

    /// <summary>How often it may be sent again; zero when that could do the work twice.</summary>
    internal required int MaxRetries { get; init; }

    internal required Dictionary<string, string> Headers { get; init; }

    /// <summary>The body, with the key in it where that is its place.</summary>
    internal ApiContent? Content { get; private set; }

    /// <summary>Where the idempotency key goes; null when the call has none.</summary>
    internal required KeyPlan? Keys { get; init; }

    internal string? Key { get; private set; }

    /// <summary>What the journal keeps about the call; null when it is not in one.</summary>
    internal IdempotencyEntry? Entry { get; set; }

    /// <summary>The name of the call, while nobody else may send one of it.</summary>
    internal IDisposable? Hold { get; set; }

    internal required IReadOnlyList<Proof> Proofs { get; init; }

    internal required Redaction Redaction { get; init; }

    /// <summary>Puts a key where it belongs.</summary>
    internal void UseKey(string key)
    {
        Key = key;
        if (Keys?.Header is { } header)
        {
            HeaderText.Check(header, key);
            Headers[header] = key;
        }

        Content = Keys?.Field is { } field ? Request.Content!.With(field, key) : Request.Content;
    }

    internal void LetGo()
    {
        Hold?.Dispose();
        Hold = null;
    }

    internal void UseNoKey() => Content = Request.Content;
}
