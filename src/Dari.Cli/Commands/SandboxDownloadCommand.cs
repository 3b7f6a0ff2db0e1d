using System.CommandLine;
using System.Text.Json.Nodes;
using Dari.Cli.Output;
using Dari.Cli.Transfers;
using Dari.Sandboxes;

namespace Dari.Cli.Commands;

/// <summary><c>dari sandbox download</c>.</summary>
internal sealed class SandboxDownloadCommand
{
    private readonly SandboxOptions _shared = new();
    private readonly Argument<SandboxPath> _source = SandboxOptions.Path("source", "The file in the sandbox.");

    private readonly Argument<string> _target = new("target")
    {
        Description = "The file here, or a folder that exists.",
        HelpName = "DST",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with a download that did not come to its end." };

    private readonly Option<bool> _force = new("--force", "-f") { Description = "Replace a file that exists." };

    private SandboxDownloadCommand()
    {
    }

    public static Command Create()
    {
        var download = new SandboxDownloadCommand();
        var command = new Command("download", "Copy a file out of a sandbox.") { download._source, download._target, download._resume, download._force };
        download._shared.AddTo(command);
        command.SetAction((parsed, _) =>
        {
            var scope = new CommandScope(ExitCode.OfSandbox);
            return scope.RunAsync(parsed.GetValue(download._shared.Json), stop => download.RunAsync(parsed, scope.Terminal, stop));
        });
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        SandboxPath source = parsed.GetRequiredValue(_source);
        var request = new FileDownloadRequest(
            _shared.Api(parsed), source, parsed.GetValue(_shared.User), Target(parsed.GetRequiredValue(_target), source), parsed.GetValue(_resume), parsed.GetValue(_force));
        using SandboxClient sandbox = _shared.Client(parsed);
        DownloadedFile file = parsed.GetValue(_shared.Quiet)
            ? await DownloadAsync(sandbox, request, static _ => { }, stop)
            : await terminal.SpinAsync($"download {source.Name}", show => DownloadAsync(sandbox, request, show, stop));
        if (parsed.GetValue(_shared.Json))
        {
            terminal.WriteResult(new JsonObject
            {
                ["sandbox_id"] = source.SandboxId,
                ["source_path"] = source.Path,
                ["target_path"] = request.Target,
                ["bytes"] = file.Size,
                ["sha256"] = file.Sha256,
                ["resumed_at"] = file.ResumedAt,
            });
        }
        else
        {
            terminal.WriteResult($"Downloaded {Sizes.Text(file.Size)} to {request.Target}.");
        }

        return ExitCode.Ok;
    }

    private static async Task<DownloadedFile> DownloadAsync(
        SandboxClient sandbox, FileDownloadRequest request, Action<string> showProgress, CancellationToken stop)
    {
        try
        {
            return await new Downloader(sandbox, request, showProgress).RunAsync(stop);
        }
        catch (Exception exception) when (exception is HttpRequestException or TransferBrokenException or TimeoutException or OperationCanceledException)
        {
            bool isInterrupted = stop.IsCancellationRequested;
            throw new CliException(isInterrupted ? "interrupted" : "unreachable", isInterrupted ? "Interrupted." : exception.Message, exception)
            {
                Hint = "What came so far is kept beside the target; --resume goes on with it.",
            };
        }
    }

    private static string Target(string target, SandboxPath source)
    {
        string full = Path.GetFullPath(target);
        return Directory.Exists(full) && source.Name is not ("" or "." or "..") ? Path.Combine(full, source.Name) : full;
    }
}
