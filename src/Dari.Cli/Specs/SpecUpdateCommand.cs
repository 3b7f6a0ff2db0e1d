using System.CommandLine;
using Dari.Cli.Output;
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
        var command = new Command("update", "Take a new version of a document: it replaces the old one when nothing breaks, or when --yes says so.")
        {
            name, from, yes,
        };
        command.SetAction((parsed, _) => new CommandScope(static _ => SpecDiffRun.Unreadable).RunAsync(false, stop => SpecUpdateRun.RunAsync(
            parsed.GetRequiredValue(name), parsed.GetRequiredValue(from), parsed.GetValue(yes), Console.Out, Console.Error, stop)));
        return command;
    }
}
