using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Sharing;

/// <summary>A domain of the account's own. The credentials for its DNS are taken and not kept.</summary>
internal sealed class CustomDomain(string domain, string? shareId, string? dnsProvider, DateTimeOffset createdAt) : IShelved
{
    public string Id { get; } = Ids.New("dom_");

    public string Domain => domain;

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["domain"] = domain,
        ["share_id"] = shareId,
        ["dns_provider"] = dnsProvider,
        ["status"] = "pending",
        ["created_at"] = ServiceTimes.Plain(createdAt),
    };
}
