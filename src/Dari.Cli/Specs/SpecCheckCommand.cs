using System.CommandLine;
using Dari.Review.Running;

namespace Dari.Cli.Specs;

/// <summary><c>dari spec check FILE</c>.</summary>
internal static class SpecCheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The document." };
        Option<string[]> overlays = SpecCommand.Overlays();
        var other = new Option<bool>("--against-microsoft") { Description = "Compare with what Microsoft.OpenApi reads; exit code 1 when that is something else." };
        var command = new Command("check", "Say all that the generator would say about a document, with lines, without a project.") { file, overlays, other };
        command.SetAction((parsed, _) => SpecCommand.RunAsync(stop => Task.FromResult(new SpecCheckRun(Console.Out, Console.Error)
        {
            ComparesWithMicrosoft = parsed.GetValue(other),
            Overlays = parsed.GetValue(overlays) ?? [],
        }.Run(parsed.GetRequiredValue(file), stop))));
        return command;
    }
}
