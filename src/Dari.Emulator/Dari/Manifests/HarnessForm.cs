using System.Text.Json.Nodes;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>The manifest with <c>harness</c> and <c>instructions</c>.</summary>
internal static class HarnessForm
{
    private static readonly string[] BuiltInTools = ["read", "bash", "edit", "write", "grep", "find", "ls"];

    public static void Check(JsonObject source, BundleArchive archive, ManifestProblems problems)
    {
        problems.Unknown(
            source, "", "name", "harness", "instructions", "llm", "sandbox", "built_in_tools", "custom_tools", "skills", "extensions");
        string kind = CheckHarness(source, problems);
        CheckInstructions(source, archive, problems);
        CheckLlm(source, kind, problems);
        CheckSandbox(problems.Map(source, "", "sandbox"), archive, problems);
        CheckBuiltInTools(source, problems);
        CheckNamedFolders(source, "skills", "/SKILL.md", archive, problems);
        CheckNamedFolders(source, "extensions", "/", archive, problems);
    }

    private static string CheckHarness(JsonObject source, ManifestProblems problems)
    {
        if (source["harness"] is not JsonObject harness)
        {
            string plain = problems.Text(source, "", "harness");
            problems.OneOf(plain.Length > 0 ? plain : null, "/harness", "pi");
            return plain;
        }

        string kind = problems.Text(harness, "/harness", "kind");
        problems.OneOf(kind.Length > 0 ? kind : null, "/harness/kind", "pi", "customRuntimeServer");
        if (kind == "customRuntimeServer")
        {
            problems.OneOf(problems.Optional(harness, "/harness", "protocol"), "/harness/protocol", "dari-runtime-v1");
            JsonObject server = problems.Map(harness, "/harness", "customRuntimeServer") ?? [];
            problems.Text(server, "/harness/customRuntimeServer", "command");
            if (!(server["port"] is JsonValue port && port.TryGetValue(out long number) && number is > 0 and < 65536))
            {
                problems.Add("/harness/customRuntimeServer/port", "int_type", "Input should be a port number");
            }
        }

        return kind;
    }

    private static void CheckInstructions(JsonObject source, BundleArchive archive, ManifestProblems problems)
    {
        if (problems.Map(source, "", "instructions") is { } instructions)
        {
            CheckFile(problems.Text(instructions, "/instructions", "system"), "/instructions/system", archive, problems);
        }
        else if (source["instructions"] is null)
        {
            problems.Add("/instructions", "missing", "Field required");
        }
    }

    private static void CheckLlm(JsonObject source, string kind, ManifestProblems problems)
    {
        if (problems.Map(source, "", "llm") is not { } llm)
        {
            if (kind == "pi" && source["llm"] is null)
            {
                problems.Add("/llm", "missing", "Field required");
            }

            return;
        }

        problems.Unknown(llm, "/llm", "provider", "model", "base_url", "api_key_secret", "default", "options");
        if (problems.Map(llm, "/llm", "options") is not { } options)
        {
            CheckModel(llm, "/llm", problems);
            return;
        }

        string chosen = problems.Text(llm, "/llm", "default");
        if (chosen.Length > 0 && !options.ContainsKey(chosen))
        {
            problems.Add("/llm/default", "value_error", "is not one of the options");
        }

        foreach ((string id, JsonNode? option) in options)
        {
            CheckModel(option as JsonObject ?? [], $"/llm/options/{id}", problems);
        }
    }

    private static void CheckModel(JsonObject model, string at, ManifestProblems problems)
    {
        problems.Text(model, at, "model");
        problems.OneOf(problems.Optional(model, at, "provider"), at + "/provider", "openrouter", "openai", "anthropic");
    }

    private static void CheckSandbox(JsonObject? sandbox, BundleArchive archive, ManifestProblems problems)
    {
        if (sandbox is null)
        {
            return;
        }

        problems.Unknown(
            sandbox, "/sandbox", "provider", "provider_api_key_secret", "internet_access", "runtimes", "packages", "setup", "dockerfile",
            "env", "secrets", "resources", "storage_binding");
        problems.OneOf(problems.Optional(sandbox, "/sandbox", "provider"), "/sandbox/provider", "e2b", "modal");
        Names.CheckMap(problems.Map(sandbox, "/sandbox", "env"), "/sandbox/env", problems);
        Names.CheckList(sandbox, "/sandbox", "secrets", problems);
        if (problems.Optional(sandbox, "/sandbox", "dockerfile") is { } dockerfile)
        {
            CheckFile(dockerfile, "/sandbox/dockerfile", archive, problems);
            if (sandbox.ContainsKey("runtimes") || sandbox.ContainsKey("packages") || sandbox.ContainsKey("setup"))
            {
                problems.Add("/sandbox/dockerfile", "value_error", "excludes runtimes, packages and setup");
            }
        }
    }

    private static void CheckBuiltInTools(JsonObject source, ManifestProblems problems)
    {
        if (source["built_in_tools"] is { } list and not JsonArray)
        {
            problems.Add("/built_in_tools", "list_type", "Input should be a list");
            return;
        }

        foreach (JsonNode? tool in source["built_in_tools"] as JsonArray ?? [])
        {
            problems.OneOf(tool?.ToString() ?? "", "/built_in_tools", BuiltInTools);
        }
    }

    private static void CheckNamedFolders(JsonObject source, string list, string member, BundleArchive archive, ManifestProblems problems)
    {
        var seen = new HashSet<string>();
        foreach (JsonNode? item in source[list] as JsonArray ?? [])
        {
            JsonObject entry = item as JsonObject ?? [];
            string name = problems.Text(entry, "/" + list, "name");
            string path = problems.Text(entry, "/" + list, "path");
            if (!seen.Add("name " + name) | !seen.Add("path " + path))
            {
                problems.Add("/" + list, "value_error", "Names and paths are unique");
            }

            string start = path.TrimEnd('/') + member;
            if (path.Length > 0 && !archive.Files.Keys.Any(file => file.StartsWith(start, StringComparison.Ordinal)))
            {
                problems.Add("/" + list, "value_error", $"'{path}' is not in the archive");
            }
        }
    }

    private static void CheckFile(string path, string at, BundleArchive archive, ManifestProblems problems)
    {
        if (path.Length > 0 && !archive.Files.ContainsKey(path))
        {
            problems.Add(at, "value_error", $"'{path}' is not in the archive");
        }
    }
}
