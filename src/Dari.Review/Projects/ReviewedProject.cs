using System.Text.Json;
using Dari.Generator.Diagnostics;
using Dari.Generator.Requests;
using Dari.Review.Documents;

namespace Dari.Review.Projects;

/// <summary>What a project says about its documents, asked of MSBuild.</summary>
/// <param name="Path">Full path of the project.</param>
/// <param name="Framework">The one of several frameworks that is looked at; empty where the project has one alone.</param>
/// <param name="Requests">What the generator is asked for.</param>
/// <param name="Documents">Those with a lock.</param>
internal sealed record ReviewedProject(
    string Path, string Framework, IReadOnlyList<ClientRequest> Requests, IReadOnlyList<LockedDocument> Documents)
{
    /// <exception cref="DocumentException">There is no project, or MSBuild cannot read it.</exception>
    public static async Task<ReviewedProject> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string project = ProjectFile.Find(path);
        JsonElement answer = await ProjectFile.AskAsync(project, "", cancellationToken);
        string framework = "";
        if (Property(answer, "TargetFrameworks").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [string first, ..])
        {
            framework = first;
            answer = await ProjectFile.AskAsync(project, framework, cancellationToken);
        }

        BuildFile[] files = [.. answer.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray().Select(File)];
        var properties = answer.GetProperty("Properties").EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase);
        ClientRequest[] requests =
        [
            .. ProjectRequests.Read(files, new BuildOptionsProvider(properties), cancellationToken).Select(Admitted).OfType<ClientRequest>(),
        ];
        return new ReviewedProject(
            project,
            framework,
            requests,
            [.. requests.Where(request => request.LockPath.Length > 0).Select(request => Locked(request, files, properties))]);
    }

    private static LockedDocument Locked(ClientRequest request, BuildFile[] files, Dictionary<string, string> properties)
    {
        BuildFile file = files.First(file => file.Path == request.Source.Path);
        string folder = properties["DariReviewFolder"] is { Length: > 0 } review
            ? System.IO.Path.GetFullPath(review, properties["ProjectDir"])
            : System.IO.Path.GetDirectoryName(file.Path)!;
        return new LockedDocument(
            file.Metadata("Identity"), request, request.LockPath, System.IO.Path.Combine(folder, file.Metadata("DariSurfaceName") + ".api.txt"));
    }

    /// <summary>An item that the build refuses is said there; here there would be nothing to review.</summary>
    private static ClientRequest? Admitted(Bound<ClientRequest> request) => request.Problems.FirstOrDefault() is { } problem
        ? throw new DocumentException(problem.ToDiagnostic().ToString())
        : request.Value;

    private static BuildFile File(JsonElement item)
    {
        var metadata = item.EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase);
        return new BuildFile(metadata["FullPath"], metadata);
    }

    private static string Property(JsonElement answer, string name) => answer.GetProperty("Properties").GetProperty(name).GetString() ?? "";
}
