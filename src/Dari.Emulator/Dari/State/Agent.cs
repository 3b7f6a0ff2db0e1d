namespace Dari.Emulator.Dari.State;

internal sealed class Agent : Owned
{
    public required string Name { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }

    public List<AgentVersion> Versions { get; } = [];

    public required AgentVersion ActiveVersion { get; set; }

    public AgentWebhook? Webhook { get; set; }

    public AgentVersion? Version(string id) => Versions.Find(version => version.Id == id);
}
