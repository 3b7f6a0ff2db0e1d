using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Webhooks;

/// <summary>An address that gets events.</summary>
internal sealed class WebhookEndpoint(Uri url) : IShelved
{
    public string Id { get; } = Ids.New("whe_");

    public string Secret { get; } = Ids.Secret("whsec_");

    public Uri Url => url;

    public required string? Description { get; init; }

    public required IReadOnlyList<string> Patterns { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required int MaxRetries { get; init; }

    /// <summary>Whether it gets events of a type. A pattern is a type, or ends in a star.</summary>
    public bool Wants(string type) => Patterns.Any(pattern => pattern.EndsWith('*')
        ? type.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : type == pattern);

    public JsonObject View(int userId) => new()
    {
        ["id"] = Id,
        ["user_id"] = userId,
        ["url"] = url.AbsoluteUri,
        ["description"] = Description,
        ["status"] = "active",
        ["enabled"] = true,
        ["subscribed_event_patterns"] = new JsonArray([.. Patterns.Select(static pattern => (JsonNode?)pattern)]),
        ["signing_version"] = "v1",
        ["secret_hint"] = "…" + Secret[^4..],
        ["timeout_seconds"] = (int)Timeout.TotalSeconds,
        ["max_retries"] = MaxRetries,
    };
}
