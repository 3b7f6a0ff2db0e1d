using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari;

/// <summary>Makes sessions from the options of a request. Secrets and provider keys are not even kept.</summary>
internal sealed class SessionFactory(ServiceContext context, DariState state)
{
    /// <exception cref="ServiceFault">422 when the options name a version or model that the agent does not have.</exception>
    public Session Create(Agent agent, JsonObject options)
    {
        string? versionId = options.Text("version_id");
        AgentVersion version = versionId is null
            ? agent.ActiveVersion
            : agent.Version(versionId) ?? throw new ServiceFault(422, "invalid_request", "The agent has no such version.");
        string? llmId = options.Text("llm_id");
        if (llmId is not null && !version.Manifest.LlmIds.Contains(llmId))
        {
            throw new ServiceFault(422, "invalid_request", "The manifest declares no such model.");
        }

        string id = Ids.New("sess_");
        var session = new Session
        {
            Id = id,
            Organization = agent.Organization,
            CreatedAt = context.Now,
            Agent = agent,
            Version = version,
            Name = options.Text("name"),
            LlmId = llmId,
            StorageBindingId = options.Text("storage_binding_id"),
            InternetAccess = options.ContainsKey("internet_access") ? options.Flag("internet_access") : version.Manifest.InternetAccess,
            Metadata = Labels(options),
            Workspace = Path.Combine(context.Folder, "sessions", id, "workspace"),
        };
        state.Sessions.Add(session);
        return session;
    }

    public static IReadOnlyDictionary<string, string> Labels(JsonObject options) =>
        options.Members("metadata").ToDictionary(static pair => pair.Key, static pair => pair.Value!.GetValue<string>());
}
