using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Vaults;

/// <summary>A vault: credentials, and the services that they are for.</summary>
internal sealed class Vault(string name, string? description, DateTimeOffset createdAt) : IShelved
{
    public string Id { get; } = Ids.New("vault_");

    public Shelf<VaultCredential> Credentials { get; } = new("credential");

    public Shelf<VaultService> Services { get; } = new("service");

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["name"] = name,
        ["description"] = description,
        ["created_at"] = ServiceTimes.Plain(createdAt),
    };
}
