using System.Text.Json;
using Dari.Review.Documents;

namespace Dari.Review.Projects;

/// <summary>Asks MSBuild for what the targets of the package make of a project's items, wherever those come from.</summary>
internal static class ProjectFile
{
    private const string Target = "DariCollectSpecs";

    /// <param name="path">A project, or a folder with one.</param>
    /// <exception cref="DocumentException">There is none, or there are several.</exception>
    public static string Find(string path)
    {
        if (File.Exists(path))
        {
            return Path.GetFullPath(path);
        }

        string[] projects = Directory.Exists(path) ? Directory.GetFiles(path, "*.csproj") : [];
        return projects.Length switch
        {
            1 => Path.GetFullPath(projects[0]),
            0 => throw new DocumentException("There is no project at '" + path + "'."),
            _ => throw new DocumentException("There are several projects in '" + path + "'; name one of them."),
        };
    }

    /// <param name="project">The project.</param>
    /// <param name="framework">One of its frameworks; empty: what it says itself.</param>
    /// <param name="cancellationToken">Ends the run with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Properties, and the items that the compiler gets.</returns>
    /// <exception cref="DocumentException">MSBuild cannot read it, or it does not use the generator.</exception>
    public static async Task<JsonElement> AskAsync(string project, string framework, CancellationToken cancellationToken)
    {
        DotnetRun run = await AskAsync(project, framework, isRestored: false, cancellationToken);
        if (IsTargetMissing(run) && framework.Length == 0 && await FrameworksAsync(project, cancellationToken) is { } several)
        {
            return several; // Each of its frameworks has the target, the project around them has not.
        }

        if (IsTargetMissing(run))
        {
            // A project that was not restored yet knows nothing of its packages.
            run = await AskAsync(project, framework, isRestored: true, cancellationToken);
        }

        return run.ExitCode == 0
            ? Parse(run.Output, project)
            : throw new DocumentException(IsTargetMissing(run)
                ? "'" + project + "' does not reference the package Dari.Generator."
                : "'" + project + "' cannot be read by MSBuild: " + run.Reason);
    }

    private static bool IsTargetMissing(DotnetRun run) => run.ExitCode != 0 && run.All.Contains("MSB4057", StringComparison.Ordinal);

    private static Task<DotnetRun> AskAsync(string project, string framework, bool isRestored, CancellationToken cancellationToken) =>
        DotnetRun.StartAsync(
            [
                "msbuild", project, "-nologo", "-t:" + Target, "-getItem:AdditionalFiles",
                "-getProperty:RootNamespace,ProjectDir,DariReviewFolder,TargetFrameworks",
                "-p:DariLock=",
                "-p:DariReviewOf=" + project,
                .. framework.Length > 0 ? (string[])["-p:TargetFramework=" + framework] : [],
                .. isRestored ? (string[])["-restore"] : [],
            ],
            cancellationToken);

    private static async Task<JsonElement?> FrameworksAsync(string project, CancellationToken cancellationToken)
    {
        DotnetRun run = await DotnetRun.StartAsync(
            ["msbuild", project, "-nologo", "-getItem:AdditionalFiles", "-getProperty:TargetFramework,TargetFrameworks"], cancellationToken);
        if (run.ExitCode != 0)
        {
            return null;
        }

        JsonElement answer = Parse(run.Output, project);
        return answer.GetProperty("Properties").GetProperty("TargetFrameworks").GetString() is { Length: > 0 } ? answer : null;
    }

    private static JsonElement Parse(string output, string project)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(output);
            return answer.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new DocumentException("'" + project + "' cannot be read: this version of MSBuild gives no JSON (.NET SDK 8.0.100 and later do). " + output.Trim(), exception);
        }
    }
}
