using System.CommandLine;
using System.CommandLine.Invocation;
using Dari.Cli.Output;
using Dari.Cli.Specs;

namespace Dari.Cli.Commands;

/// <summary>The whole command line.</summary>
internal static class DariCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Deploys agents to Dari, moves files into and out of sandboxes, and serves both on loopback.")
        {
            DeployCommand.Create(),
            ManifestCommand.Create(),
            SandboxCommand.Create(),
            EmulatorCommand.Create(),
            SpecCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(parsed);
        }

        // Signals and exceptions are the commands' own matter.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    private static int Refuse(ParseResult parsed)
    {
        Terminal terminal = Terminal.Open();
        foreach (string message in parsed.Errors.Select(static error => error.Message).Distinct())
        {
            terminal.Fail(message);
        }

        string[] names = [.. Names(parsed.CommandResult)];
        terminal.Say($"'{string.Join(' ', names)} --help' says what there is.");
        return names.Contains("sandbox") || names.Contains("spec") ? ExitCode.Usage : ExitCode.Failed;
    }

    private static IEnumerable<string> Names(System.CommandLine.Parsing.CommandResult? command) =>
        command?.Parent is System.CommandLine.Parsing.CommandResult parent ? Names(parent).Append(command.Command.Name) : ["dari"];
}
