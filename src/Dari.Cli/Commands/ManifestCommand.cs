using System.CommandLine;
using System.Text.Json.Nodes;
using Dari.Cli.Deploying;
using Dari.Cli.Manifests;
using Dari.Cli.Output;

namespace Dari.Cli.Commands;

/// <summary><c>dari manifest check</c>.</summary>
internal static class ManifestCommand
{
    public static Command Create()
    {
        Argument<string> path = SharedOptions.AgentFolder();
        Option<bool> json = SharedOptions.Json();
        var check = new Command("check", "Check dari.yml and the files it names, without the network.") { path, json };
        check.SetAction((parsed, _) =>
        {
            var scope = new CommandScope(ExitCode.OfDari);
            bool isJson = parsed.GetValue(json);
            return scope.RunAsync(isJson, _ => Task.FromResult(Check(parsed.GetRequiredValue(path), isJson, scope.Terminal)));
        });
        return new Command("manifest", "Work with the manifest of an agent.") { check };
    }

    private static int Check(string folder, bool isJson, Terminal terminal)
    {
        (AgentManifest? manifest, IReadOnlyList<ManifestProblem> problems) = ManifestReader.Read(AgentPath.Full(folder));
        if (manifest is null)
        {
            throw ManifestFailure.Of(problems);
        }

        if (isJson)
        {
            terminal.WriteResult(new JsonObject { ["name"] = manifest.Name, ["form"] = manifest.Form, ["problems"] = new JsonArray() });
        }
        else
        {
            terminal.WriteResult($"{ManifestReader.FileName} of '{manifest.Name}' is valid.");
        }

        return ExitCode.Ok;
    }
}
