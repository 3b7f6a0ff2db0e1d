using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.Typing;

/// <summary>A document is saved with one schema changed: how long until the driver has the new files.</summary>
internal sealed class EditGroup : Group
{
    private const int Edits = 9;

    // As with keystrokes: the process of an editor is warm.
    private const int WarmUps = 12;

    public override string Name => "edit";

    public override string Title => "Document edit: one schema changed";

    public override IEnumerable<Row> Run()
    {
        (string name, string path) = Inputs.Json();
        string text = File.ReadAllText(path);
        var project = new Project([(path, text)]);
        IReadOnlyDictionary<string, SourceText> before = project.Files;
        var times = new List<double>();
        for (int i = -WarmUps; i < Edits; i++)
        {
            string edited = WithMember(text, "added_" + (char)('a' + WarmUps + i));
            long clock = Stopwatch.GetTimestamp();
            project.Save(0, edited);
            double milliseconds = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
            if (i >= 0)
            {
                times.Add(milliseconds);
            }
        }

        int changed = project.Files.Count(file => !before.TryGetValue(file.Key, out SourceText? old) || !old.ContentEquals(file.Value));
        double cold = SelfReport.Run(3, Name, path).Milliseconds;
        yield return new Row
        {
            What = name + ", saved",
            Beside = "a cold run",
            Unit = "ms",
            Ours = times.Order().ElementAt(times.Count / 2),
            Other = cold,
            Reach = 1.0 / 3,
            Note = $"{changed} of {before.Count} files changed",
        };
    }

    /// <summary>In a process of its own: the first run of a project.</summary>
    public static void Child(string path)
    {
        string text = File.ReadAllText(path);
        long clock = Stopwatch.GetTimestamp();
        _ = new Project([(path, text)]).Files.Count;
        SelfReport.Say(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    private static string WithMember(string text, string member)
    {
        JsonNode root = JsonNode.Parse(text)!;
        JsonObject schemas = root["components"]!["schemas"]!.AsObject();
        JsonObject edited = schemas.Select(one => one.Value).OfType<JsonObject>().First(one => one["properties"] is JsonObject);
        edited["properties"]![member] = new JsonObject { ["type"] = "string" };
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
