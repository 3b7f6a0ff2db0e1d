using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Vaults;

/// <summary>A credential. No answer ever needs its value, so it is not even kept.</summary>
internal sealed class VaultCredential(string name, string? description, string type, DateTimeOffset storedAt) : IShelved
{
    private readonly DateTimeOffset _createdAt = storedAt;
    private DateTimeOffset _updatedAt = storedAt;
    private int _version = 1;

    public string Id { get; } = Ids.New("cred_");

    public string Name => name;

    public void Rotate(DateTimeOffset now)
    {
        _version++;
        _updatedAt = now;
    }

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["name"] = name,
        ["description"] = description,
        ["credential_type"] = type,
        ["version"] = _version,
        ["created_at"] = ServiceTimes.Plain(_createdAt),
        ["updated_at"] = ServiceTimes.Plain(_updatedAt),
    };
}
