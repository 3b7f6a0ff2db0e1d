using System.Text.Json.Nodes;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>The manifest of the quickstart: <c>sdk</c> and <c>entrypoint</c>.</summary>
internal static class QuickstartForm
{
    public static void Check(JsonObject source, BundleArchive archive, ManifestProblems problems)
    {
        problems.Unknown(source, "", "name", "sdk", "entrypoint", "runtime", "retries", "secrets", "env");
        problems.OneOf(problems.Text(source, "", "sdk"), "/sdk", "openai-agents", "claude-agent-sdk", "opencode", "pi");
        string entrypoint = problems.Text(source, "", "entrypoint");
        string file = entrypoint.Split(':')[0];
        if (entrypoint.Length > 0 && !archive.Files.ContainsKey(file))
        {
            problems.Add("/entrypoint", "value_error", $"'{file}' is not in the archive");
        }

        JsonObject? runtime = problems.Map(source, "", "runtime");
        JsonObject? retries = problems.Map(source, "", "retries");
        CheckPositive(runtime, "/runtime", "timeout_seconds", problems);
        CheckPositive(retries, "/retries", "max_attempts", problems);
        Names.CheckList(source, "", "secrets", problems);
        Names.CheckMap(problems.Map(source, "", "env"), "/env", problems);
    }

    private static void CheckPositive(JsonObject? holder, string at, string name, ManifestProblems problems)
    {
        if (holder?[name] is { } value && !(value is JsonValue number && number.TryGetValue(out long count) && count > 0))
        {
            problems.Add($"{at}/{name}", "greater_than", "Input should be a positive integer");
        }
    }
}
