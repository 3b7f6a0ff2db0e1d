using System.CommandLine;
using System.Text.Json.Nodes;
using Dari.Cli.Output;
using Dari.Emulator;
using Dari.Emulator.Faults;

namespace Dari.Cli.Commands;

/// <summary><c>dari emulator</c>.</summary>
internal sealed class EmulatorCommand
{
    private const string Admin = "ADMIN";

    private readonly Option<int> _dariPort = Port("--dari-port", "the Dari service");
    private readonly Option<int> _sandboxPort = Port("--sandbox-port", "the sandbox service");
    private readonly Option<int> _snapshotPort = Port("--snapshot-port", "the snapshot service");
    private readonly Option<int> _storagePort = Port("--storage-port", "the upload targets");
    private readonly Option<int> _faultPort = Port("--fault-port", "the faults on demand");
    private readonly Option<bool> _json = SharedOptions.Json();

    private readonly Option<string[]> _faults = new("--faults")
    {
        Description = "A JSON file of fault rules, or ADMIN to take rules over HTTP; may be repeated.",
        HelpName = $"FILE|{Admin}",
        DefaultValueFactory = static _ => [],
    };

    private EmulatorCommand()
    {
    }

    public static Command Create()
    {
        var emulator = new EmulatorCommand();
        var command = new Command("emulator", "Serve the three APIs on loopback until Ctrl-C.")
        {
            emulator._dariPort, emulator._sandboxPort, emulator._snapshotPort, emulator._storagePort, emulator._faultPort, emulator._faults, emulator._json,
        };
        command.SetAction((parsed, _) =>
        {
            var scope = new CommandScope(ExitCode.OfDari);
            return scope.RunAsync(parsed.GetValue(emulator._json), stop => emulator.RunAsync(parsed, scope.Terminal, stop));
        });
        return command;
    }

    private static Option<int> Port(string name, string what)
    {
        var option = new Option<int>(name)
        {
            Description = $"The port of {what}; a free one when 0 or not given.",
            HelpName = "PORT",
            DefaultValueFactory = static _ => 0,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65_535)
            {
                result.AddError($"{name} is between 0 and 65535.");
            }
        });
        return option;
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        string[] faults = parsed.GetValue(_faults) ?? [];
        var options = new EmulatorOptions
        {
            DariApiKey = Variables.Find("DARI_API_KEY"),
            SandboxApiKey = Variables.Find("NULLSPACE_API_KEY"),
            SnapshotApiKey = Variables.Find("INSTAVM_API_KEY"),
            DariPort = parsed.GetValue(_dariPort),
            SandboxPort = parsed.GetValue(_sandboxPort),
            SnapshotPort = parsed.GetValue(_snapshotPort),
            StoragePort = parsed.GetValue(_storagePort),
            FaultAdmin = faults.Contains(Admin),
            FaultAdminPort = parsed.GetValue(_faultPort),
            Faults = [.. faults.Where(static one => one != Admin).SelectMany(ReadRules)],
        };
        await using DariEmulator emulator = await StartAsync(options, stop);
        Tell(emulator, parsed.GetValue(_json), terminal);
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // This is how it is meant to end.
        }

        return ExitCode.Ok;
    }

    private static async Task<DariEmulator> StartAsync(EmulatorOptions options, CancellationToken stop)
    {
        try
        {
            return await DariEmulator.StartAsync(options, stop);
        }
        catch (ArgumentException exception)
        {
            throw new CliException("invalid_faults", exception.Message, exception);
        }
    }

    private static IReadOnlyList<FaultRule> ReadRules(string file)
    {
        try
        {
            return FaultJson.Parse(File.ReadAllText(file));
        }
        catch (ArgumentException exception)
        {
            throw new CliException("invalid_faults", $"{file}: {exception.Message}", exception) { Hint = "docs/emulator.md lists the faults." };
        }
    }

    private static void Tell(DariEmulator emulator, bool isJson, Terminal terminal)
    {
        (string Name, string? Value)[] variables =
        [
            ("DARI_API_URL", Address(emulator.DariUrl)),
            ("DARI_API_KEY", emulator.DariApiKey),
            ("NULLSPACE_API_URL", Address(emulator.SandboxUrl)),
            ("NULLSPACE_API_KEY", emulator.SandboxApiKey),
            ("INSTAVM_BASE_URL", Address(emulator.SnapshotUrl)),
            ("INSTAVM_API_KEY", emulator.SnapshotApiKey),
        ];
        if (isJson)
        {
            terminal.WriteResult(new JsonObject
            {
                ["dari"] = Service(emulator.DariUrl, emulator.DariApiKey),
                ["sandbox"] = Service(emulator.SandboxUrl, emulator.SandboxApiKey),
                ["snapshot"] = Service(emulator.SnapshotUrl, emulator.SnapshotApiKey),
                ["storage"] = new JsonObject { ["url"] = Address(emulator.StorageUrl) },
                ["faults"] = emulator.FaultAdminUrl is { } admin ? new JsonObject { ["url"] = Address(admin) } : null,
            });
            return;
        }

        terminal.WriteResult(string.Join('\n', variables.Select(static variable => $"{variable.Name}={variable.Value}")));
        if (emulator.FaultAdminUrl is { } faults)
        {
            terminal.WriteResult($"FAULTS={Address(faults)}");
        }

        terminal.Say("Ctrl-C stops it, and forgets everything.");
    }

    private static JsonObject Service(Uri url, string key) => new() { ["url"] = Address(url), ["api_key"] = key };

    private static string Address(Uri url) => url.AbsoluteUri.TrimEnd('/');
}
