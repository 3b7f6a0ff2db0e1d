using System.CommandLine;
using Dari.Generator.Review.Rules;
using Dari.Review.Running;

namespace Dari.Cli.Specs;

/// <summary><c>dari spec diff OLD NEW</c>.</summary>
internal static class SpecDiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "The old document." };
        var now = new Argument<string>("NEW") { Description = "The new document." };
        Option<ReportFormat> format = SpecCommand.Format();
        Option<Level?> failOn = SpecCommand.FailOn();
        Option<string[]> overlays = SpecCommand.Overlays();
        var command = new Command("diff", "Compare two versions of a document: exit code 1 when --fail-on is met, 2 when one cannot be read.")
        {
            old, now, format, failOn, overlays,
        };
        command.SetAction((parsed, _) => SpecCommand.RunAsync(stop => Task.FromResult(new SpecDiffRun(Console.Out, Console.Error)
        {
            Format = parsed.GetValue(format),
            FailOn = parsed.GetValue(failOn),
            Overlays = parsed.GetValue(overlays) ?? [],
        }.Run(parsed.GetRequiredValue(old), parsed.GetRequiredValue(now), stop))));
        return command;
    }
}
