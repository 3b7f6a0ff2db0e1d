using System.Text.Json;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;

namespace Dari.Review.Reports;

/// <summary>For programs: one JSON object.</summary>
internal static class JsonReport
{
    public static void Write(TextWriter output, ReviewReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("title", report.Title);
            json.WriteStartObject("summary");
            json.WriteNumber("changes", report.Diff.Changes.Count);
            foreach (Level level in (Level[])[Level.Breaking, Level.Risky, Level.Safe])
            {
                json.WriteNumber(Summary.Word(level), report.Diff.Count(level));
            }

            json.WriteBoolean("descriptionsChanged", report.Diff.HasOtherWords);
            json.WriteNumber("descriptions", report.Diff.Words.Count);
            json.WriteEndObject();
            json.WriteStartArray("changes");
            foreach (ReviewChange change in report.Diff.Changes)
            {
                Write(json, change);
            }

            json.WriteEndArray();
            Callers(json, report.Callers);
            json.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, ReviewChange change)
    {
        json.WriteStartObject();
        json.WriteString("rule", change.Rule.Id);
        json.WriteString("page", Summary.PageOf(change.Rule));
        json.WriteString("level", Summary.Word(change.Level));
        json.WriteString("sent", change.Sent is { } sent ? Summary.Word(sent) : null);
        json.WriteString("received", change.Received is { } received ? Summary.Word(received) : null);
        json.WriteString("group", change.Group);
        json.WriteString("path", change.Path);
        json.WriteString("message", change.Message);
        Side(json, "old", change.OldPointer, change.OldLocation, change.OldValue);
        Side(json, "new", change.NewPointer, change.NewLocation, change.NewValue);
        json.WriteStartArray("api");
        foreach (SurfaceChange api in change.Api)
        {
            json.WriteStartObject();
            json.WriteString("rule", api.Rule.Id);
            json.WriteString("level", Summary.Word(api.Level));
            json.WriteString("message", api.Message);
            json.WriteString("old", api.Old?.ToString());
            json.WriteString("new", api.New?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, string? pointer, LocationInfo? location, string? value)
    {
        json.WriteStartObject(name);
        json.WriteString("pointer", pointer);
        json.WriteString("file", location?.Path);
        if (location is not null)
        {
            json.WriteNumber("line", location.LineSpan.Start.Line + 1);
            json.WriteNumber("column", location.LineSpan.Start.Character + 1);
        }

        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void Callers(Utf8JsonWriter json, IReadOnlyList<CallerLine> callers)
    {
        json.WriteStartArray("callers");
        foreach (CallerLine caller in callers)
        {
            json.WriteStartObject();
            json.WriteString("file", caller.File);
            json.WriteNumber("line", caller.Line);
            json.WriteNumber("column", caller.Column);
            json.WriteString("code", caller.Code);
            json.WriteString("reason", caller.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
