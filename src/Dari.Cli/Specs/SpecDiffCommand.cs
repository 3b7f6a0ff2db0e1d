using System.CommandLine;
using Dari.Cli.Output;
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
        var command = new Command("diff", "Compare two versions of a document: exit code 1 when --fail-on is met, 2 when one cannot be read.")
        {
            old, now, format, failOn,
        };
        command.SetAction((parsed, _) => new CommandScope(static _ => SpecDiffRun.Unreadable).RunAsync(false, stop => Task.FromResult(SpecDiffRun.Run(
            parsed.GetRequiredValue(old),
            parsed.GetRequiredValue(now),
            parsed.GetValue(format),
            parsed.GetValue(failOn),
            Console.Out,
            Console.Error,
            stop))));
        return command;
    }
}
