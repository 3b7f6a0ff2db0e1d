using System.CommandLine;

namespace Dari.Cli.Commands;

/// <summary>Options that several commands have. Each command needs instances of its own.</summary>
internal static class SharedOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object on standard output, also for a failure." };

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Show no progress." };

    public static Option<string?> KeyFile() => new("--key-file")
    {
        Description = "A file of lines NAME=key, readable by you alone, instead of the environment.",
        HelpName = "FILE",
    };

    public static Option<Uri?> ApiUrl(string variable) => new("--api-url")
    {
        Description = $"The address of the API; {variable} otherwise.",
        HelpName = "URL",
        CustomParser = static result =>
        {
            if (ApiAddress.Parse(result.Tokens[0].Value, out string problem) is { } url)
            {
                return url;
            }

            result.AddError(problem);
            return null;
        },
    };

    public static Argument<string> AgentFolder()
    {
        var path = new Argument<string>("path")
        {
            Description = "The agent's folder, with dari.yml in it.",
            DefaultValueFactory = static _ => ".",
        };
        path.Validators.Add(static result =>
        {
            // An option that does not exist is not a folder; such a folder can be written ./-name.
            if (result.Tokens is [{ Value: ['-', ..] value }])
            {
                result.AddError($"Unrecognized option '{value}'.");
            }
        });
        return path;
    }
}
