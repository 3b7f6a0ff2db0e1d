using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>What the commands of one run share: files, working folder and variables.</summary>
internal sealed class CommandSession(FileView files, string cwd, IDictionary<string, string> environment, TimeProvider clock)
{
    /// <summary>The files that commands see.</summary>
    public FileView Files { get; } = files;

    /// <summary>Working folder.</summary>
    public string Cwd { get; set; } = cwd;

    /// <summary>Variables.</summary>
    public IDictionary<string, string> Environment { get; } = environment;

    /// <summary>Exit code of the last command.</summary>
    public int LastExitCode { get; set; }

    /// <summary>Set by <c>exit</c>: nothing runs after it.</summary>
    public bool HasExited { get; set; }

    /// <summary>Clock that <c>sleep</c> goes by.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>Owner of what commands make.</summary>
    public static string Owner => EntryAttributes.DefaultOwner;

    /// <summary>A path as a command means it.</summary>
    public string Absolute(string path) => VirtualPath.Resolve(Cwd, path);

    /// <summary>A variable, or nothing; <c>?</c> is the last exit code.</summary>
    public string Variable(string name) => name switch
    {
        "?" => LastExitCode.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "PWD" => Cwd,
        _ => Environment.TryGetValue(name, out var value) ? value : "",
    };

    /// <summary>A session of its own for the parts of a pipe and for <c>sh -c</c>.</summary>
    public CommandSession Child() =>
        new(Files, Cwd, new Dictionary<string, string>(Environment, StringComparer.Ordinal), Clock)
        {
            LastExitCode = LastExitCode,
        };

    /// <summary>Does something with a file and turns what the files have against it into a complaint.</summary>
    public static T OnFile<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ServiceFault fault)
        {
            throw new CommandFault($"{name}: {(fault.Status == 404 ? "No such file or directory" : fault.Message)}");
        }
    }
}
