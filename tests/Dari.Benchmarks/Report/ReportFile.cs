using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dari.Benchmarks.Report;

/// <summary>All rows of a run as JSON, for whoever wants to follow figures over time.</summary>
internal static class ReportFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write(string path, DateTimeOffset when, IReadOnlyDictionary<string, IReadOnlyList<Row>> groups) =>
        File.WriteAllText(path, JsonSerializer.Serialize(new { when, machine = Machine.Describe(), groups }, Options));
}
