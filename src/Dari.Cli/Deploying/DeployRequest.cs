namespace Dari.Cli.Deploying;

/// <summary>What is to be deployed, and to what.</summary>
/// <param name="Folder">The agent's folder; its full path.</param>
/// <param name="ApiUrl">The address of the API.</param>
/// <param name="Agent">The id or name of the agent that gets a new version; null to go by the manifest's name.</param>
/// <param name="PublishWait">How long to look for a version whose publishing was not answered.</param>
internal sealed record DeployRequest(string Folder, Uri ApiUrl, string? Agent, TimeSpan PublishWait);
