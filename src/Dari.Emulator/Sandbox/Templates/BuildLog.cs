using System.Text.Json.Nodes;

namespace Dari.Emulator.Sandbox.Templates;

/// <summary>Writes the log that a plan will have.</summary>
internal static class BuildLog
{
    /// <summary>The lines from start to end, spread evenly over the time that the build takes.</summary>
    public static IReadOnlyList<BuildLogEntry> Of(
        TemplateBuild build, BuildPlan plan, DateTimeOffset start, TimeSpan duration)
    {
        var count = plan.Steps.Count + (plan.Problem is null ? 2 : 3);
        var entries = new List<BuildLogEntry> { Entry(0, "start", "info", "build started") };
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            entries.Add(Entry(entries.Count, "message", "info", plan.Steps[step]) with
            {
                Phase = "build",
                StepIndex = step,
                TotalSteps = plan.Steps.Count,
            });
        }

        if (plan.Problem is { } problem)
        {
            entries.Add(Failure(problem));
        }

        entries.Add(Entry(entries.Count, "end", plan.Problem is null ? "info" : "error", plan.Problem is null ? "build ready" : "build failed") with
        {
            Result = new JsonObject
            {
                ["status"] = plan.Problem is null ? "ready" : "failed",
                ["template_id"] = build.TemplateId,
            },
        });
        return entries;

        BuildLogEntry Entry(int offset, string kind, string level, string message) => new(
            build.Id, build.TemplateId, offset, start + (duration * offset / (count - 1)), kind, level, message);

        BuildLogEntry Failure(string message) => Entry(entries.Count, "error", "error", message) with
        {
            Phase = "build",
            StepIndex = plan.Steps.Count - 1,
            TotalSteps = plan.Steps.Count,
            ErrorDetail = new JsonObject
            {
                ["code"] = "rebuild_required",
                ["message"] = message,
                ["retryable"] = false,
                ["step_index"] = plan.Steps.Count - 1,
                ["build_id"] = build.Id,
            },
        };
    }
}
