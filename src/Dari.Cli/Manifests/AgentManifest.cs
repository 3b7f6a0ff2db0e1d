namespace Dari.Cli.Manifests;

/// <summary>A manifest without faults.</summary>
/// <param name="Name">The agent's name.</param>
/// <param name="Form"><c>harness</c>, or <c>sdk</c> for the one of the quickstart.</param>
/// <param name="Files">What it names, which has to be in the archive.</param>
internal sealed record AgentManifest(string Name, string Form, IReadOnlyList<ManifestFile> Files);
