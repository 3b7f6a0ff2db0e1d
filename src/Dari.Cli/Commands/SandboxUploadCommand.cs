using System.CommandLine;
using System.Text.Json.Nodes;
using Dari.Cli.Output;
using Dari.Cli.Transfers;
using Dari.Sandboxes;

namespace Dari.Cli.Commands;

/// <summary><c>dari sandbox upload</c>.</summary>
internal sealed class SandboxUploadCommand
{
    private readonly SandboxOptions _shared = new();

    private readonly Argument<string> _source = new("source")
    {
        Description = "A file or folder here; - for standard input.",
        HelpName = "SRC",
    };

    private readonly Argument<SandboxPath> _target = SandboxOptions.Path("target", "Where it goes; with a slash at the end, into that folder.");

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with an upload that did not come to its end." };

    private readonly Option<string?> _conflict = new("--conflict")
    {
        Description = "What happens to what is there: error (for files), merge (for folders) or replace.",
        HelpName = "POLICY",
    };

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description = "A pattern of what is left out of a folder, after those of its .nullspaceignore; may be repeated.",
        HelpName = "PATTERN",
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        Description = "Parts on their way at once, if the service allows as many.",
        HelpName = "COUNT",
        DefaultValueFactory = static _ => 4,
    };

    private SandboxUploadCommand()
    {
        _conflict.AcceptOnlyFromAmong("error", "merge", "replace");
        _concurrency.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 64)
            {
                result.AddError("--concurrency is between 1 and 64.");
            }
        });
    }

    public static Command Create()
    {
        var upload = new SandboxUploadCommand();
        var command = new Command("upload", "Copy a file or folder into a sandbox, in parts.")
        {
            upload._source, upload._target, upload._resume, upload._conflict, upload._exclude, upload._concurrency,
        };
        upload._shared.AddTo(command);
        command.SetAction((parsed, _) =>
        {
            var scope = new CommandScope(ExitCode.OfSandbox);
            return scope.RunAsync(parsed.GetValue(upload._shared.Json), stop => upload.RunAsync(parsed, scope.Terminal, stop));
        });
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        FileUploadRequest request = Request(parsed);
        using SandboxClient sandbox = _shared.Client(parsed);
        UploadedFiles files = parsed.GetValue(_shared.Quiet)
            ? await new Uploader(sandbox, request, static _ => { }).RunAsync(stop)
            : await terminal.SpinAsync($"upload to {request.Target}", show => new Uploader(sandbox, request, show).RunAsync(stop));
        if (parsed.GetValue(_shared.Json))
        {
            terminal.WriteResult(new JsonObject
            {
                ["sandbox_id"] = request.Target.SandboxId,
                ["upload_id"] = files.UploadId,
                ["target_path"] = files.TargetPath,
                ["bytes"] = files.Bytes,
                ["file_count"] = files.FileCount,
            });
        }
        else
        {
            terminal.WriteResult($"Uploaded {(files.Bytes is { } bytes ? Sizes.Text(bytes) : "it")} to {request.Target.SandboxId}:{files.TargetPath}.");
        }

        return ExitCode.Ok;
    }

    private FileUploadRequest Request(ParseResult parsed)
    {
        string source = parsed.GetRequiredValue(_source);
        SandboxPath target = parsed.GetRequiredValue(_target);
        bool isStream = source == FileUploadRequest.StandardInput;
        bool isFolder = !isStream && Directory.Exists(source);
        if (!isStream && !isFolder && !File.Exists(source))
        {
            throw new CliException("invalid_path", $"There is no file or folder {Path.GetFullPath(source)}.");
        }

        if (isStream && parsed.GetValue(_resume))
        {
            throw new CliException("invalid_request", "Standard input comes only once: an upload of it cannot be continued.");
        }

        if (target.Path.EndsWith('/') && isStream)
        {
            throw new CliException("invalid_request", "Standard input has no name: write the path of a file.");
        }

        return new FileUploadRequest
        {
            Api = _shared.Api(parsed),
            Source = source,
            Target = target.Path.EndsWith('/') ? target with { Path = target.Path + Path.GetFileName(Path.GetFullPath(source).TrimEnd(Path.DirectorySeparatorChar)) } : target,
            User = parsed.GetValue(_shared.User),
            Conflict = parsed.GetValue(_conflict) ?? (isFolder ? "merge" : "error"),
            Exclude = parsed.GetValue(_exclude) ?? [],
            MaxConcurrency = parsed.GetValue(_concurrency),
            IsResumed = parsed.GetValue(_resume),
        };
    }
}
