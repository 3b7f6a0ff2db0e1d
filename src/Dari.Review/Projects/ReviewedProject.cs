using System.Text.Json;
using Dari.Review.Documents;

namespace Dari.Review.Projects;

/// <summary>What a project says about its documents, asked of MSBuild.</summary>
internal sealed record ReviewedProject(string Path, IReadOnlyList<LockedDocument> Documents, string? SurfaceFolder)
{
    /// <exception cref="DocumentException">There is no project, or MSBuild cannot read it.</exception>
    public static async Task<ReviewedProject> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string project = Find(path);
        DotnetRun run = await DotnetRun.StartAsync(
            ["msbuild", project, "-nologo", "-getItem:OpenApiSpec", "-getProperty:RootNamespace,DariAccessibility,DariReviewFolder,MSBuildProjectDirectory"],
            cancellationToken);
        if (run.ExitCode != 0)
        {
            throw new DocumentException("'" + project + "' cannot be read by MSBuild: " + run.Output.Trim());
        }

        using JsonDocument answer = JsonDocument.Parse(run.Output);
        JsonElement properties = answer.RootElement.GetProperty("Properties");
        string folder = Text(properties, "MSBuildProjectDirectory");
        string review = Text(properties, "DariReviewFolder");
        JsonElement items = answer.RootElement.GetProperty("Items").GetProperty("OpenApiSpec");
        return new ReviewedProject(
            project,
            [.. items.EnumerateArray().Where(item => Text(item, "Lock").Length > 0).Select(item => Document(item, properties, folder))],
            review.Length > 0 ? System.IO.Path.GetFullPath(review, folder) : null);
    }

    private static LockedDocument Document(JsonElement item, JsonElement properties, string folder)
    {
        string accessibility = Text(item, "Accessibility") is { Length: > 0 } own ? own : Text(properties, "DariAccessibility");
        return new LockedDocument(
            Text(item, "Identity"),
            Text(item, "FullPath"),
            System.IO.Path.GetFullPath(Text(item, "Lock"), folder),
            new DocumentOptions
            {
                RootNamespace = Text(properties, "RootNamespace"),
                Namespace = Text(item, "Namespace"),
                ClientName = Text(item, "ClientName"),
                IsPublic = !accessibility.Equals("internal", StringComparison.OrdinalIgnoreCase),
                Tags = List(item, "Tags"),
                Paths = List(item, "Paths"),
            });
    }

    private static string Find(string path)
    {
        if (File.Exists(path))
        {
            return System.IO.Path.GetFullPath(path);
        }

        string[] projects = Directory.Exists(path) ? Directory.GetFiles(path, "*.csproj") : [];
        return projects.Length switch
        {
            1 => System.IO.Path.GetFullPath(projects[0]),
            0 => throw new DocumentException("There is no project at '" + path + "'."),
            _ => throw new DocumentException("There are several projects in '" + path + "'; name one of them."),
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString()?.Trim() ?? "" : "";

    private static string[] List(JsonElement item, string name) =>
        Text(item, name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
