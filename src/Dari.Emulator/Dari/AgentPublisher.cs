using Dari.Emulator.Dari.Manifests;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari;

/// <summary>Makes versions of agents from source snapshots.</summary>
internal sealed class AgentPublisher(ServiceContext context, DariState state)
{
    /// <summary>Publishes by name: a version of the organization's agent of that name, or a new agent.</summary>
    public Agent PublishByName(string snapshotId, Caller caller)
    {
        (SourceSnapshot snapshot, Manifest manifest) = Read(snapshotId, caller);
        lock (state.Gate)
        {
            if (state.Agents.All(caller).FirstOrDefault(agent => agent.Name == manifest.Name && agent.DeletedAt is null) is { } known)
            {
                Activate(known, snapshot, manifest);
                return known;
            }

            string id = Ids.New("agt_");
            AgentVersion version = Version(id, snapshot, manifest);
            var agent = new Agent
            {
                Id = id,
                Organization = caller.Organization,
                CreatedAt = context.Now,
                Name = manifest.Name,
                ActiveVersion = version,
            };
            agent.Versions.Add(version);
            state.Agents.Add(agent);
            return agent;
        }
    }

    public AgentVersion Publish(string agentId, string snapshotId, Caller caller)
    {
        lock (state.Gate)
        {
            state.LivingAgent(agentId, caller);
        }

        (SourceSnapshot snapshot, Manifest manifest) = Read(snapshotId, caller);
        lock (state.Gate)
        {
            return Activate(state.LivingAgent(agentId, caller), snapshot, manifest);
        }
    }

    /// <summary>The same source with another router, as a new version.</summary>
    public AgentVersion Reroute(Agent agent, string routerId)
    {
        AgentVersion from = agent.ActiveVersion;
        var version = new AgentVersion
        {
            Id = Ids.New("ver_"),
            AgentId = agent.Id,
            CreatedAt = context.Now,
            File = from.File,
            Sha256 = from.Sha256,
            Size = from.Size,
            Manifest = from.Manifest,
            RouterId = routerId,
        };
        agent.Versions.Add(version);
        agent.ActiveVersion = version;
        return version;
    }

    private (SourceSnapshot Snapshot, Manifest Manifest) Read(string snapshotId, Caller caller)
    {
        SourceSnapshot snapshot;
        lock (state.Gate)
        {
            snapshot = state.Snapshots.Find(snapshotId, caller);
            if (snapshot.Status != "ready")
            {
                throw new ServiceFault(409, "conflict", "The source snapshot is not ready.");
            }
        }

        Manifest manifest = ManifestReader.Read(snapshot.File);
        if (context.Options.StoredCredentials is { } stored && manifest.Credentials.FirstOrDefault(name => !stored.Contains(name)) is { } missing)
        {
            throw new ServiceFault(422, "missing_credential", $"The organization has no credential named '{missing}'.");
        }

        return (snapshot, manifest);
    }

    private AgentVersion Activate(Agent agent, SourceSnapshot snapshot, Manifest manifest)
    {
        AgentVersion version = Version(agent.Id, snapshot, manifest);
        agent.Versions.Add(version);
        agent.ActiveVersion = version;
        return version;
    }

    private AgentVersion Version(string agentId, SourceSnapshot snapshot, Manifest manifest)
    {
        string id = Ids.New("ver_");
        string folder = Directory.CreateDirectory(Path.Combine(context.Folder, "versions")).FullName;
        string file = Path.Combine(folder, id + ".tar.gz");
        File.Copy(snapshot.File, file);
        return new AgentVersion
        {
            Id = id,
            AgentId = agentId,
            CreatedAt = context.Now,
            File = file,
            Sha256 = snapshot.Sha256,
            Size = snapshot.Size,
            Manifest = manifest,
        };
    }
}
