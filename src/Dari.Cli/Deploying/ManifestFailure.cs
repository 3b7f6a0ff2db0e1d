using System.Text.Json.Nodes;
using Dari.Cli.Manifests;
using Dari.Cli.Output;

namespace Dari.Cli.Deploying;

/// <summary>Problems of a manifest as the failure of a command.</summary>
internal static class ManifestFailure
{
    public static CliException Of(IReadOnlyList<ManifestProblem> problems) =>
        new("invalid_manifest", problems.Count == 1 ? "The manifest has a problem." : $"The manifest has {problems.Count} problems.")
        {
            Lines = [.. problems.Select(static problem => problem.ToString())],
            Details = new JsonObject { ["problems"] = ToJson(problems) },
        };

    public static JsonArray ToJson(IReadOnlyList<ManifestProblem> problems) =>
    [
        .. problems.Select(static problem => new JsonObject
        {
            ["file"] = problem.File,
            ["line"] = problem.Line,
            ["column"] = problem.Column,
            ["key"] = problem.Key,
            ["message"] = problem.Message,
            ["remedy"] = problem.Remedy,
        }),
    ];
}
