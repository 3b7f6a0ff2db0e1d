using System.Text.Json.Nodes;
using Dari.Emulator.Contract;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>Reads the custom tools of a manifest, from it and from the <c>tool.yml</c> in each tool's folder.</summary>
internal static class ToolReader
{
    public static IReadOnlyList<ManifestTool> Read(JsonObject source, BundleArchive archive, ManifestProblems problems)
    {
        if (source["custom_tools"] is { } list and not JsonArray)
        {
            problems.Add("/custom_tools", "list_type", "Input should be a list");
            return [];
        }

        var tools = new List<ManifestTool>();
        foreach (JsonNode? item in source["custom_tools"] as JsonArray ?? [])
        {
            tools.Add(ReadTool(item as JsonObject ?? [], archive, problems));
        }

        if (tools.DistinctBy(static tool => tool.Name).Count() != tools.Count)
        {
            problems.Add("/custom_tools", "value_error", "Names are unique");
        }

        return tools;
    }

    private static ManifestTool ReadTool(JsonObject entry, BundleArchive archive, ManifestProblems problems)
    {
        string name = problems.Text(entry, "/custom_tools", "name");
        string path = problems.Text(entry, "/custom_tools", "path").TrimEnd('/');
        string kind = problems.Text(entry, "/custom_tools", "kind");
        problems.OneOf(kind.Length > 0 ? kind : null, "/custom_tools/kind", "main", "external");
        if (path.Length > 0 && !archive.Files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal)))
        {
            problems.Add("/custom_tools/path", "value_error", $"'{path}' is not in the archive");
        }

        // A newer way puts the description into a tool.ts instead; such a tool has no schema here.
        JsonObject details = archive.ReadText(path + "/tool.yml") is { } text ? YamlText.Parse(text) as JsonObject ?? [] : [];
        string? schemaFile = details.Text("output_schema");
        string? schema = schemaFile is null ? null : archive.ReadText($"{path}/{schemaFile}");
        if (schemaFile is not null && schema is null)
        {
            problems.Add("/custom_tools/path", "value_error", $"'{path}/{schemaFile}' is not in the archive");
        }

        return new ManifestTool(name, kind == "external", Timeout(entry) ?? Timeout(details), schema);
    }

    private static TimeSpan? Timeout(JsonObject holder) =>
        holder["timeout_seconds"] is JsonValue value && value.TryGetValue(out long seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
