using System.CommandLine;
using Dari.Cli.Output;
using Dari.Review.Running;

namespace Dari.Cli.Specs;

/// <summary><c>dari spec check FILE</c>.</summary>
internal static class SpecCheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The document." };
        var command = new Command("check", "Say all that the generator would say about a document, with lines, without a project.") { file };
        command.SetAction((parsed, _) => new CommandScope(static _ => SpecDiffRun.Unreadable).RunAsync(
            false, stop => Task.FromResult(SpecCheckRun.Run(parsed.GetRequiredValue(file), Console.Out, Console.Error, stop))));
        return command;
    }
}
