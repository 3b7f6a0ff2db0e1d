using System.Text.Json.Nodes;

namespace Dari.Cli.Deploying;

/// <summary>Where an archive comes from: the commit, and in CI the run. It is shown to people who look at a version.</summary>
internal static class BundleMetadata
{
    public static async Task<JsonObject> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        bool isGitHub = IsTrue("GITHUB_ACTIONS");
        var metadata = new JsonObject { ["origin"] = isGitHub || IsTrue("CI") ? "ci" : "local_cli" };
        if (await Git.RunAsync(folder, cancellationToken, "rev-parse", "HEAD") is { Length: > 0 } commit)
        {
            metadata["git_commit_sha"] = commit;
            metadata["git_ref"] = await Git.RunAsync(folder, cancellationToken, "symbolic-ref", "-q", "HEAD");
            metadata["git_dirty"] = await Git.RunAsync(folder, cancellationToken, "status", "--porcelain", "--", ".") is { Length: > 0 };
        }

        if (isGitHub)
        {
            metadata["ci_provider"] = "github_actions";
            metadata["git_commit_sha"] = Variables.Find("GITHUB_SHA") ?? metadata["git_commit_sha"]?.DeepClone();
            metadata["git_ref"] = Variables.Find("GITHUB_REF") ?? metadata["git_ref"]?.DeepClone();
            metadata["github_run_id"] = Variables.Find("GITHUB_RUN_ID");
            metadata["ci_run_url"] = Variables.Find("GITHUB_RUN_ID") is { } run && Variables.Find("GITHUB_SERVER_URL") is { } server && Variables.Find("GITHUB_REPOSITORY") is { } repository
                ? $"{server}/{repository}/actions/runs/{run}"
                : null;
        }

        // The service takes text and truth values, and nothing that is missing.
        foreach (string name in metadata.Where(static member => member.Value is null).Select(static member => member.Key).ToArray())
        {
            metadata.Remove(name);
        }

        return metadata;
    }

    private static bool IsTrue(string name) => string.Equals(Environment.GetEnvironmentVariable(name), "true", StringComparison.OrdinalIgnoreCase);
}
