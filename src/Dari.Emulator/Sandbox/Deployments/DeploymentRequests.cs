using System.Text.Json.Nodes;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>A deployment to create.</summary>
internal sealed record DeploymentRequest(string Name, string Mode, string? Description = null, JsonObject? Metadata = null);

/// <summary>A version to create; its bundle follows in a call of its own.</summary>
internal sealed record VersionRequest(
    JsonObject? BundleManifest = null, JsonObject? Config = null, string? CachePolicy = null);

/// <summary>A run to start.</summary>
internal sealed record RunRequest(
    string? VersionId = null,
    JsonNode? Input = null,
    Dictionary<string, string>? Envs = null,
    bool? RetainOnFailure = null,
    long? RetentionSeconds = null);

/// <summary>A service to start.</summary>
internal sealed record ServiceRequest(string? VersionId = null, Dictionary<string, string>? Envs = null);
