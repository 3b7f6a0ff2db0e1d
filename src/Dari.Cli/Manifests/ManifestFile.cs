namespace Dari.Cli.Manifests;

/// <summary>A file or folder of the agent that a manifest names.</summary>
/// <param name="Path">Relative to the agent's folder, with <c>/</c>; a folder's ends with one.</param>
/// <param name="Place">Where it is named.</param>
internal sealed record ManifestFile(string Path, Place Place)
{
    public bool IsFolder => Path.EndsWith('/');
}
