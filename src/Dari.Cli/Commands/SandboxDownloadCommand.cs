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
    private readonly Argument<SandboxPath> _source = SandboxOptions.Path("source", "The file or folder in the sandbox.");

    private readonly Argument<string> _target = new("target")
    {
        Description = "The file or folder here, or a folder that exists.",
        HelpName = "DST",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with a download that did not come to its end." };

    private readonly Option<bool> _force = new("--force", "-f") { Description = "Replace files that exist." };

    private readonly Option<bool> _archive = new("--archive") { Description = "Keep a folder as the tar that it comes as." };

    private SandboxDownloadCommand()
    {
    }

    public static Command Create()
    {
        var download = new SandboxDownloadCommand();
        var command = new Command("download", "Copy a file or folder out of a sandbox.") { download._source, download._target, download._resume, download._force, download._archive };
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
        bool isArchive = parsed.GetValue(_archive);
        var request = new FileDownloadRequest(
            _shared.Api(parsed),
            source,
            parsed.GetValue(_shared.User),
            Target(parsed.GetRequiredValue(_target), isArchive ? source.Name + ".tar" : source.Name),
            parsed.GetValue(_resume),
            parsed.GetValue(_force))
        {
            IsArchive = isArchive,
        };
        using SandboxClient sandbox = _shared.Client(parsed);
        (DownloadedFile? file, DownloadedFolder? folder) = parsed.GetValue(_shared.Quiet)
            ? await DownloadAsync(sandbox, request, static _ => { }, stop)
            : await terminal.SpinAsync($"download {source.Name}", show => DownloadAsync(sandbox, request, show, stop));
        if (parsed.GetValue(_shared.Json))
        {
            terminal.WriteResult(Json(request, file, folder));
        }
        else
        {
            string what = folder is null ? Sizes.Text(file!.Size) : $"{folder.Files} files, {Sizes.Text(folder.Size)},";
            terminal.WriteResult($"Downloaded {what} to {request.Target}.");
        }

        return ExitCode.Ok;
    }

    private static JsonObject Json(FileDownloadRequest request, DownloadedFile? file, DownloadedFolder? folder)
    {
        var result = new JsonObject
        {
            ["sandbox_id"] = request.Source.SandboxId,
            ["source_path"] = request.Source.Path,
            ["target_path"] = request.Target,
            ["bytes"] = file?.Size ?? folder!.Size,
        };
        if (folder is not null)
        {
            result["file_count"] = folder.Files;
        }
        else
        {
            result["sha256"] = file!.Sha256;
            result["resumed_at"] = file.ResumedAt;
        }

        return result;
    }

    private static async Task<(DownloadedFile? File, DownloadedFolder? Folder)> DownloadAsync(
        SandboxClient sandbox, FileDownloadRequest request, Action<string> showProgress, CancellationToken stop)
    {
        bool isKept = false;
        try
        {
            FileEntry source = await sandbox.Files.GetInfoAsync(
                request.Source.SandboxId, new FileTargetRequest { Path = request.Source.Path, User = request.User }, cancellationToken: stop);
            if (source.IsDir)
            {
                return (null, await new FolderDownloader(sandbox, request, showProgress).RunAsync(source, stop));
            }

            if (request.IsArchive)
            {
                throw new CliException("invalid_path", $"{request.Source} is no folder.") { Hint = "Leave --archive out." };
            }

            isKept = true;
            return (await new Downloader(sandbox, request, showProgress).RunAsync(stop), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or TransferBrokenException or TimeoutException or OperationCanceledException)
        {
            bool isInterrupted = stop.IsCancellationRequested;
            throw new CliException(isInterrupted ? "interrupted" : "unreachable", isInterrupted ? "Interrupted." : exception.Message, exception)
            {
                Hint = isKept ? "What came so far is kept beside the target; --resume goes on with it." : null,
            };
        }
    }

    private static string Target(string target, string name)
    {
        string full = Path.GetFullPath(target);
        return Directory.Exists(full) && name is not ("" or "." or "..") ? Path.Combine(full, name) : full;
    }
}
