using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>The processes of one sandbox.</summary>
/// <param name="clock">Clock of limits and pauses.</param>
/// <param name="run">Starts work that goes on after the call.</param>
internal sealed class ProcessTable(TimeProvider clock, Action<Func<CancellationToken, Task>> run)
{
    private readonly ConcurrentDictionary<int, ManagedProcess> _processes = new();
    private int _lastPid = 100;

    /// <summary>Background processes, running or ended, oldest first.</summary>
    public IEnumerable<ManagedProcess> Background =>
        _processes.Values.Where(process => process.Request.Background == true).OrderBy(process => process.Pid);

    /// <summary>Starts a command.</summary>
    /// <param name="request">The command.</param>
    /// <param name="files">Files it works on.</param>
    /// <param name="defaultCwd">Working folder when the command names none.</param>
    /// <param name="environment">Variables of the sandbox.</param>
    /// <exception cref="ServiceFault">400: the working folder is not absolute or not there.</exception>
    public ManagedProcess Start(
        ExecRequest request, FileView files, string defaultCwd, IReadOnlyDictionary<string, string> environment)
    {
        request.Check();
        var cwd = WorkingFolder(files, request.Cwd ?? defaultCwd);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = "/home/" + EntryAttributes.DefaultOwner,
            ["PATH"] = "/usr/bin:/bin",
            ["PWD"] = cwd,
            ["USER"] = EntryAttributes.DefaultOwner,
        };
        foreach (var (name, value) in environment.Concat(request.Envs ?? []))
        {
            variables[name] = value;
        }

        var process = new ManagedProcess(Interlocked.Increment(ref _lastPid), request);
        _processes[process.Pid] = process;
        run(stop => RunAsync(process, new CommandSession(files, cwd, variables, clock), stop));
        return process;
    }

    /// <summary>A process.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public ManagedProcess Find(int pid) =>
        _processes.GetValueOrDefault(pid) ?? throw SandboxFault.NotFound("There is no such process.");

    /// <summary>Ends all of them.</summary>
    public void KillAll()
    {
        foreach (var process in _processes.Values)
        {
            process.Kill();
        }
    }

    private async Task RunAsync(ManagedProcess process, CommandSession session, CancellationToken stop)
    {
        await process.RunAsync(session, stop);
        if (process.Request.Background != true)
        {
            _processes.TryRemove(process.Pid, out _);
        }
    }

    private static string WorkingFolder(FileView files, string cwd)
    {
        var place = files.Resolve(cwd);
        return place.IsFolder ? place.Path : throw SandboxFault.Invalid("The working folder is not there.");
    }
}
