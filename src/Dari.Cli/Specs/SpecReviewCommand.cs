using System.CommandLine;
using Dari.Review.Running;

namespace Dari.Cli.Specs;

/// <summary><c>dari spec review [PROJECT]</c>.</summary>
internal static class SpecReviewCommand
{
    public static Command Create()
    {
        var project = new Argument<string>("PROJECT") { Description = "The project, or its folder.", DefaultValueFactory = _ => "." };
        project.Validators.Add(static result =>
        {
            // Else it would be looked for as a project.
            if (result.Tokens is [{ Value: ['-', ..] option }])
            {
                result.AddError("There is no option '" + option + "'.");
            }
        });
        var html = new Option<string?>("--html") { Description = "Write the report to this file." };
        var approve = new Option<bool>("--approve") { Description = "Accept the documents as they are: write their locks and surface files." };
        var noBuild = new Option<bool>("--no-build") { Description = "Do not look at the code of the project." };
        var command = new Command("review", "Show the pending changes of a project's documents, and the lines of its code that they break.")
        {
            project, html, approve, noBuild,
        };
        command.SetAction((parsed, _) => SpecCommand.RunAsync(stop => new SpecReviewRun(Console.Out, Console.Error)
        {
            HtmlPath = parsed.GetValue(html),
            IsApproved = parsed.GetValue(approve),
            HasCallers = !parsed.GetValue(noBuild),
        }.RunAsync(parsed.GetRequiredValue(project), stop)));
        return command;
    }
}
