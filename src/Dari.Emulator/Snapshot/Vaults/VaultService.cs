using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Vaults;

/// <summary>A service whose requests a vault signs.</summary>
/// <param name="host">Its host.</param>
/// <param name="auth">How requests are signed; names credentials and holds none.</param>
/// <param name="description">What it is for.</param>
/// <param name="isEnabled">Whether requests are signed.</param>
internal sealed class VaultService(string host, JsonObject auth, string? description, bool isEnabled) : IShelved
{
    public string Id { get; } = Ids.New("svc_");

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["host"] = host,
        ["auth_config"] = auth.DeepClone(),
        ["description"] = description,
        ["enabled"] = isEnabled,
    };
}
