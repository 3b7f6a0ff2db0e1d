using System.CommandLine;
using Dari.Cli.Output;
using Dari.Generator.Review.Rules;
using Dari.Review.Running;

namespace Dari.Cli.Specs;

/// <summary><c>dari spec</c>: what has changed in a document, what that breaks, and who approves it.</summary>
internal static class SpecCommand
{
    public static Command Create() => new("spec", "Review changes of OpenAPI documents.")
    {
        SpecDiffCommand.Create(),
        SpecReviewCommand.Create(),
        SpecCheckCommand.Create(),
        SpecUpdateCommand.Create(),
        SpecUpgradeCommand.Create(),
    };

    /// <summary>Runs a command; what no other exit code tells is 2.</summary>
    public static Task<int> RunAsync(Func<CancellationToken, Task<int>> work) =>
        new CommandScope(static _ => SpecExit.Unreadable).RunAsync(isJson: false, work);

    public static Option<string[]> Overlays() => new("--overlay") { Description = "An overlay to apply to the document; may stand several times, in order." };

    public static Option<ReportFormat> Format() => new("--format") { Description = "Form of the report: text, json, html or markdown.", DefaultValueFactory = _ => ReportFormat.Text };

    public static Option<Level?> FailOn()
    {
        var option = new Option<Level?>("--fail-on") { Description = "Exit code 1 when a change is breaking, or risky as well." };
        option.AcceptOnlyFromAmong("breaking", "risky");
        return option;
    }
}
