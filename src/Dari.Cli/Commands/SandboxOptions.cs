using System.CommandLine;
using Dari.Cli.Keys;
using Dari.Cli.Transfers;
using Dari.Sandboxes;

namespace Dari.Cli.Commands;

/// <summary>What the commands for sandboxes have in common.</summary>
internal sealed class SandboxOptions
{
    private readonly Option<string?> _keyFile = SharedOptions.KeyFile();
    private readonly Option<Uri?> _apiUrl = SharedOptions.ApiUrl("NULLSPACE_API_URL");

    public Option<bool> Json { get; } = SharedOptions.Json();

    public Option<bool> Quiet { get; } = SharedOptions.Quiet();

    public Option<string?> User { get; } = new("--user")
    {
        Description = "The sandbox's user, for relative paths and as owner.",
        HelpName = "USER",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[User, Json, Quiet, _keyFile, _apiUrl])
        {
            command.Add(option);
        }
    }

    /// <summary>The address that was given; null for the one of the document.</summary>
    public Uri? Api(ParseResult parsed) => parsed.GetValue(_apiUrl) ?? ApiAddress.FromEnvironment("NULLSPACE_API_URL");

    public SandboxClient Client(ParseResult parsed) => new(new ClientOptions
    {
        BaseUrl = Api(parsed),
        ApiKey = ApiKeys.Find("NULLSPACE_API_KEY", parsed.GetValue(_keyFile)),
        UserAgent = "dari-cli-dotnet",
    });

    public static Argument<SandboxPath> Path(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "ID:PATH",
        CustomParser = static result =>
        {
            string text = result.Tokens[0].Value;
            if (SandboxPath.Parse(text) is { } path)
            {
                return path;
            }

            result.AddError($"'{text}' is not a path in a sandbox. Write its id, a colon and the path, such as: sb_1:/workspace/a.txt");
            return null!;
        },
    };
}
