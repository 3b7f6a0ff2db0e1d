using System.CommandLine;
using Dari.Review.Running;

namespace Dari.Cli.Specs;

/// <summary><c>dari spec upgrade FILE --to VERSION</c>.</summary>
internal static class SpecUpgradeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The document." };
        var to = new Option<string>("--to") { Description = "Version of OpenAPI: 3.0, 3.1 or 3.2.", Required = true };
        to.AcceptOnlyFromAmong([.. SpecUpgradeRun.Versions.Keys]);
        var target = new Option<string?>("--output") { Description = "Write it to this file instead of replacing the document." };
        var yes = new Option<bool>("--yes") { Description = "Write it also when it does not say the same." };
        var command = new Command("upgrade", "Write a document in a newer version of OpenAPI, through Microsoft.OpenApi; what it says must stay the same.")
        {
            file, to, target, yes,
        };
        command.SetAction((parsed, _) => SpecCommand.RunAsync(stop => new SpecUpgradeRun(Console.Out, Console.Error)
        {
            Target = parsed.GetValue(target),
            IsAsked = parsed.GetValue(yes),
        }.RunAsync(parsed.GetRequiredValue(file), parsed.GetRequiredValue(to), stop)));
        return command;
    }
}
