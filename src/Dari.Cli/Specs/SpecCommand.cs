using System.CommandLine;
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
    };

    public static Option<ReportFormat> Format() => new("--format") { Description = "Form of the report: text, json, html or markdown.", DefaultValueFactory = _ => ReportFormat.Text };

    public static Option<Level?> FailOn()
    {
        var option = new Option<Level?>("--fail-on") { Description = "Exit code 1 when a change is breaking, or risky as well." };
        option.AcceptOnlyFromAmong("breaking", "risky");
        return option;
    }
}
