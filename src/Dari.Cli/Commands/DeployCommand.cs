using System.CommandLine;
using System.Text.Json.Nodes;
using Dari.Agents;
using Dari.Cli.Deploying;
using Dari.Cli.Keys;
using Dari.Cli.Manifests;
using Dari.Cli.Output;

namespace Dari.Cli.Commands;

/// <summary><c>dari deploy</c>.</summary>
internal sealed class DeployCommand
{
    private static readonly Uri DefaultApi = new("https://api.dari.dev");

    private readonly Argument<string> _path = SharedOptions.AgentFolder();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();
    private readonly Option<string?> _keyFile = SharedOptions.KeyFile();
    private readonly Option<Uri?> _apiUrl = SharedOptions.ApiUrl("DARI_API_URL");

    private readonly Option<string?> _agent = new("--agent", "--agent-id")
    {
        Description = "The id or name of the agent that gets a new version; DARI_AGENT_ID otherwise.",
        HelpName = "AGENT",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Pack and say what would be called. Needs no key." };

    private readonly Option<double> _publishWait = new("--publish-wait")
    {
        Description = "Seconds to look for the version when publishing was not answered.",
        HelpName = "SECONDS",
        DefaultValueFactory = static _ => 45,
        Hidden = true,
    };

    private DeployCommand()
    {
    }

    public static Command Create()
    {
        var deploy = new DeployCommand();
        var command = new Command("deploy", "Publish the agent in a folder: create it, or give it a new version.")
        {
            deploy._path, deploy._agent, deploy._dryRun, deploy._json, deploy._quiet, deploy._keyFile, deploy._apiUrl, deploy._publishWait,
        };
        command.SetAction((parsed, _) =>
        {
            var scope = new CommandScope(ExitCode.OfDari);
            return scope.RunAsync(parsed.GetValue(deploy._json), stop => deploy.RunAsync(parsed, scope.Terminal, stop));
        });
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        string folder = AgentPath.Full(parsed.GetRequiredValue(_path));
        (AgentManifest? manifest, IReadOnlyList<ManifestProblem> problems) = ManifestReader.Read(folder);
        if (manifest is null)
        {
            throw ManifestFailure.Of(problems);
        }

        var request = new DeployRequest(
            folder,
            parsed.GetValue(_apiUrl) ?? ApiAddress.FromEnvironment("DARI_API_URL") ?? DefaultApi,
            parsed.GetValue(_agent) ?? Variables.Find("DARI_AGENT_ID"),
            TimeSpan.FromSeconds(parsed.GetValue(_publishWait)));
        var state = new DeployState(folder);
        JsonObject? result = parsed.GetValue(_dryRun)
            ? await PlanAsync(request, manifest, state, parsed, terminal, stop)
            : await DeployAsync(request, manifest, state, parsed, terminal, stop);
        if (result is not null)
        {
            terminal.WriteResult(result);
        }

        return ExitCode.Ok;
    }

    private async Task<JsonObject?> PlanAsync(
        DeployRequest request, AgentManifest manifest, DeployState state, ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        await using Bundle bundle = await Bundle.PackAsync(request.Folder, manifest, static _ => { }, stop);
        var plan = new DeployPlan(
            bundle.Summary, await BundleMetadata.ReadAsync(request.Folder, stop), request.Agent ?? state.FindAgent(request.ApiUrl));
        if (parsed.GetValue(_json))
        {
            return plan.ToJson();
        }

        terminal.WriteResult(plan.ToText());
        return null;
    }

    private async Task<JsonObject?> DeployAsync(
        DeployRequest request, AgentManifest manifest, DeployState state, ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        using var dari = new DariClient(new ClientOptions
        {
            BaseUrl = request.ApiUrl,
            ApiKey = ApiKeys.Find("DARI_API_KEY", parsed.GetValue(_keyFile)),
            UserAgent = "dari-cli-dotnet",
            Timeout = TimeSpan.FromSeconds(15),
        });
        var log = new StepLog(terminal, parsed.GetValue(_quiet));
        DeployResult result = await new Deployment(dari, request, state, log, terminal).RunAsync(manifest, stop);
        if (parsed.GetValue(_json))
        {
            return result.ToJson();
        }

        terminal.WriteResult($"Published '{result.Name}': agent {result.AgentId}, version {result.VersionId}.");
        return null;
    }
}
