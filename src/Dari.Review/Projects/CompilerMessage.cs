using System.Text.Json;

namespace Dari.Review.Projects;

/// <summary>Something that the compiler said about a line of code; lines and columns count from 1.</summary>
internal sealed record CompilerMessage(string Id, string File, int Line, int Column, string Text)
{
    /// <param name="sarif">The compiler's log, SARIF 2.1.</param>
    /// <returns>What it says about lines of files; what is suppressed is left out.</returns>
    public static IReadOnlyList<CompilerMessage> Read(string sarif)
    {
        using JsonDocument log = JsonDocument.Parse(sarif);
        return
        [
            .. log.RootElement.GetProperty("runs").EnumerateArray()
                .SelectMany(run => run.GetProperty("results").EnumerateArray())
                .Where(result => !result.TryGetProperty("suppressions", out JsonElement suppressions) || suppressions.GetArrayLength() == 0)
                .Select(Read)
                .OfType<CompilerMessage>(),
        ];
    }

    private static CompilerMessage? Read(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out JsonElement locations) || locations.GetArrayLength() == 0)
        {
            return null;
        }

        JsonElement place = locations[0].GetProperty("physicalLocation");
        if (!place.TryGetProperty("region", out JsonElement region))
        {
            return null;
        }

        string address = place.GetProperty("artifactLocation").GetProperty("uri").GetString() ?? "";
        return new CompilerMessage(
            result.GetProperty("ruleId").GetString() ?? "",
            Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.LocalPath : Uri.UnescapeDataString(address),
            region.GetProperty("startLine").GetInt32(),
            region.TryGetProperty("startColumn", out JsonElement column) ? column.GetInt32() : 1,
            result.GetProperty("message").GetProperty("text").GetString() ?? "");
    }
}
