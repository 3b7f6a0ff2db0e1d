namespace Dari.Emulator.Dari.Manifests;

/// <summary>A tool of the manifest.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsExternal">Whether the client runs it.</param>
/// <param name="Timeout">How long it may take; null for the default.</param>
/// <param name="OutputSchema">The JSON Schema of its results as text; null when it has none.</param>
internal sealed record ManifestTool(string Name, bool IsExternal, TimeSpan? Timeout, string? OutputSchema);
