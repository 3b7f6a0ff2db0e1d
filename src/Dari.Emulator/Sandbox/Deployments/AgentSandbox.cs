using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Commands;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Machines;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>The sandbox that one run or service of an agent lives in.</summary>
internal sealed class AgentSandbox(
    MachineStore machines, AgentVersion version, IReadOnlyDictionary<string, string>? envs, SandboxSettings settings)
{
    private IReadOnlyDictionary<string, string> _before = new Dictionary<string, string>();
    private volatile ManagedProcess? _process;
    private volatile string? _startFailure;
    private volatile bool _hasEnded;

    /// <summary>The sandbox, once there is one.</summary>
    public Machine? Machine { get; private set; }

    /// <summary>The process of the entrypoint, if the emulator can run it.</summary>
    public ManagedProcess? Process => _process;

    /// <summary>True when everything that had to run has ended.</summary>
    public bool HasEnded => _hasEnded;

    /// <summary>Why it failed, or null.</summary>
    public string? Failure => _process?.ExitCode switch
    {
        null or 0 => _startFailure,
        var code => $"exit code {code}",
    };

    /// <summary>Makes the sandbox, unpacks the bundle in it and starts installation and entrypoint.</summary>
    public void Start()
    {
        var config = version.Config;
        Machine = machines.Create(new CreateMachineRequest
        {
            Template = config.Template,
            Envs = envs is null ? null : new Dictionary<string, string>(envs),
        });
        Unpack(Machine.Files);
        _before = BundleManifest.Digests(Machine.Files, Machine.Files.Resolve(AgentConfig.ProjectFolder));
        settings.Run(_ => RunAsync(Machine, config));
    }

    /// <summary>Ends the sandbox at once, or after it was kept for a while.</summary>
    public void End(TimeSpan? retention)
    {
        if (Machine is not { Status: not MachineStatus.Destroyed } machine)
        {
            return;
        }

        if (retention is { } time)
        {
            machine.SetTimeout((long)time.TotalMilliseconds, "destroy");
        }
        else
        {
            machines.Destroy(machine.Id);
        }
    }

    /// <summary>The files of the project that the bundle did not bring, or not so.</summary>
    public JsonArray Outputs()
    {
        var files = Machine!.Files;
        if (Machine.Status != MachineStatus.Running || files.Resolve(AgentConfig.ProjectFolder) is not { IsFolder: true } project)
        {
            return [];
        }

        return new JsonArray([.. BundleManifest.Digests(files, project)
            .Where(pair => _before.GetValueOrDefault(pair.Key) != pair.Value)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => Output(files.Resolve(VirtualPath.Child(project.Path, pair.Key)), pair.Key, pair.Value))]);
    }

    private static JsonNode Output(FilePlace file, string path, string digest) => new JsonObject
    {
        ["path"] = path,
        ["size"] = ((FileInfo)file.Entry!).Length,
        ["digest"] = digest,
    };

    private void Unpack(FileView files)
    {
        files.MakeFolder(VirtualPath.Parent(AgentConfig.ProjectFolder), EntryAttributes.DefaultOwner);
        var project = files.Resolve(AgentConfig.ProjectFolder);
        version.Files!.CopyInto(project.Tree, project.TreePath);
    }

    private async Task RunAsync(Machine machine, AgentConfig config)
    {
        try
        {
            foreach (var command in new[] { config.Command(config.Install), config.Command(config.Entrypoint) })
            {
                if (command is not null && Failure is null)
                {
                    _process = machine.Processes.Start(
                        command, machine.Files, AgentConfig.ProjectFolder, machine.Spec.Envs);
                    await _process.Ended;
                }
            }
        }
        catch (ServiceFault fault)
        {
            _startFailure = fault.Message;
        }
        finally
        {
            _hasEnded = true;
        }
    }
}
