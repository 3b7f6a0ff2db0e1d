using System.Text.Json.Nodes;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>A valid <c>dari.yml</c>.</summary>
internal sealed class Manifest
{
    public required string Name { get; init; }

    /// <summary>The whole manifest as JSON.</summary>
    public required JsonObject Source { get; init; }

    /// <summary>Ids of the models of which a session may pick one.</summary>
    public required IReadOnlyCollection<string> LlmIds { get; init; }

    public required bool InternetAccess { get; init; }

    public required IReadOnlyList<ManifestTool> Tools { get; init; }

    /// <summary>Names of the stored credentials that it needs.</summary>
    public required IReadOnlyCollection<string> Credentials { get; init; }
}
