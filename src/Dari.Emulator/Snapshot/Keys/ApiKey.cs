using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Keys;

/// <summary>A key that the account has made.</summary>
internal sealed class ApiKey(DateTimeOffset createdAt) : IShelved
{
    public string Id { get; } = Ids.New("apikey_");

    /// <summary>The key itself, which is answered once.</summary>
    public string Secret { get; } = Ids.Secret("instavm_sk_");

    public string? Description { get; set; }

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["description"] = Description,
        ["key_hint"] = "…" + Secret[^4..],
        ["created_at"] = ServiceTimes.Plain(createdAt),
    };
}
