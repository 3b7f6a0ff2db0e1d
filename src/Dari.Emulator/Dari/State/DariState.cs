using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.State;

/// <summary>Everything the service knows. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class DariState
{
    public Lock Gate { get; } = new();

    public Shelf<SourceSnapshot> Snapshots { get; } = new("source snapshot");

    public Shelf<Agent> Agents { get; } = new("agent");

    public Shelf<Session> Sessions { get; } = new("session");

    public Shelf<Message> Messages { get; } = new("message");

    public Shelf<Batch> Batches { get; } = new("batch");

    public Shelf<UploadedFile> Files { get; } = new("file");

    /// <summary>Batches by organization and idempotency key, with the digest of the body they came with.</summary>
    public Dictionary<(string Organization, string Key), (string BodyDigest, Batch Batch)> BatchesByKey { get; } = [];

    /// <summary>The agent, unless it was deleted.</summary>
    /// <exception cref="ServiceFault">404 when there is none or it was deleted, 403 when it is another organization's.</exception>
    public Agent LivingAgent(string id, Caller caller)
    {
        Agent agent = Agents.Find(id, caller);
        return agent.DeletedAt is null ? agent : throw new ServiceFault(404, "not_found", "The agent has been deleted.");
    }

    /// <summary>The session, unless its agent was deleted.</summary>
    /// <exception cref="ServiceFault">409 when the agent was deleted; 404 and 403 as for any session.</exception>
    public Session UsableSession(string id, Caller caller)
    {
        Session session = Sessions.Find(id, caller);
        return session.Agent.DeletedAt is null
            ? session
            : throw new ServiceFault(409, "conflict", "The session's agent has been deleted.");
    }
}
