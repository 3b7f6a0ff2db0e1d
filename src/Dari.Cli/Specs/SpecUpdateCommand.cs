using System.CommandLine;
using Dari.Review.Running;

namespace Dari.Cli.Specs;

/// <summary><c>dari spec update NAME --from FILE|URL</c>.</summary>
internal static class SpecUpdateCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The document to replace." };
        var from = new Option<string>("--from") { Description = "The new version: a file, or an http or https address.", Required = true };
        var yes = new Option<bool>("--yes") { Description = "Replace it also when something breaks." };
        var project = new Option<string?>("--project") { Description = "The project that has the document: compare as its build reads it, with its overlays and choices." };
        Option<string[]> overlays = SpecCommand.Overlays();
        var command = new Command("update", "Take a new version of a document: it replaces the old one when nothing breaks, or when --yes says so.")
        {
            name, from, yes, project, overlays,
        };
        command.SetAction((parsed, _) => SpecCommand.RunAsync(stop => new SpecUpdateRun(Console.Out, Console.Error)
        {
            IsAsked = parsed.GetValue(yes),
            Project = parsed.GetValue(project),
            Overlays = parsed.GetValue(overlays) ?? [],
        }.RunAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(from), stop)));
        return command;
    }
}
