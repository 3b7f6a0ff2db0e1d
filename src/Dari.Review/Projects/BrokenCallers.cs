using System.Text.Json;
using Dari.Review.Documents;
using Dari.Review.Reports;

namespace Dari.Review.Projects;

/// <summary>Builds a project and takes the lines that its pending changes break out of what the compiler says.</summary>
internal static class BrokenCallers
{
    private const string Id = "DARI050";

    /// <exception cref="DocumentException">The build got nowhere.</exception>
    public static async Task<IReadOnlyList<CallerLine>> FindAsync(string project, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("dari-review-").FullName;
        try
        {
            string log = Path.Combine(folder, "build.sarif");
            DotnetRun run = await DotnetRun.StartAsync(
                ["build", project, "-nologo", "-v:quiet", "--no-incremental", "-p:ErrorLog=" + log + "%2Cversion=2.1", "-p:DariLock="],
                cancellationToken);
            return File.Exists(log)
                ? [.. Read(await File.ReadAllTextAsync(log, cancellationToken))]
                : throw new DocumentException("'" + project + "' cannot be built to look at its code (--no-build does without): " + run.Output.Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="sarif">The compiler's log, SARIF 2.1.</param>
    internal static IEnumerable<CallerLine> Read(string sarif)
    {
        using JsonDocument log = JsonDocument.Parse(sarif);
        foreach (JsonElement result in log.RootElement.GetProperty("runs").EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray()))
        {
            if (result.GetProperty("ruleId").GetString() != Id)
            {
                continue;
            }

            JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            JsonElement region = place.GetProperty("region");
            string file = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri
                ? uri.LocalPath
                : place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            int line = region.GetProperty("startLine").GetInt32();
            yield return new CallerLine(
                file,
                line,
                region.TryGetProperty("startColumn", out JsonElement column) ? column.GetInt32() : 1,
                File.Exists(file) ? File.ReadLines(file).ElementAtOrDefault(line - 1) ?? "" : "",
                result.GetProperty("message").GetProperty("text").GetString() ?? "");
        }
    }
}
