namespace Dari.Cli.Deploying;

/// <summary>A version that is active now.</summary>
/// <param name="AgentId">Its agent.</param>
/// <param name="VersionId">Its id.</param>
/// <param name="AgentUrl">The agent's address; null when the answer that has it was lost.</param>
internal sealed record PublishedVersion(string AgentId, string VersionId, Uri? AgentUrl);
