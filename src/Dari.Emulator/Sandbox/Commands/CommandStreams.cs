using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Input and outputs of one command, with its redirections applied.</summary>
internal sealed class CommandStreams(CommandSession session, ProcessInput input, IByteSink output, IByteSink error)
{
    private const string Nowhere = "/dev/null";
    private readonly List<(string Path, ByteBuffer Bytes)> _files = [];

    /// <summary>What the command reads.</summary>
    public ProcessInput Input { get; private set; } = input;

    /// <summary>Where it writes.</summary>
    public IByteSink Out { get; private set; } = output;

    /// <summary>Where it complains.</summary>
    public IByteSink Error { get; private set; } = error;

    /// <summary>Applies redirections from left to right.</summary>
    /// <exception cref="CommandFault">A file that cannot be read or written.</exception>
    public void Redirect(IReadOnlyList<ShellRedirect> redirects)
    {
        foreach (var redirect in redirects)
        {
            var name = redirect.Target?.Expand(session.Variable) ?? "";
            switch (redirect.Operator)
            {
                case "2>&1":
                    Error = Out;
                    break;
                case ">&2":
                    Out = Error;
                    break;
                case "<":
                    Input = Read(name);
                    break;
                case "2>" or "2>>":
                    Error = Open(name, redirect.Operator == "2>>");
                    break;
                default:
                    Out = Open(name, redirect.Operator == ">>");
                    break;
            }
        }
    }

    /// <summary>Writes what went to files.</summary>
    /// <exception cref="CommandFault">A file that cannot be written.</exception>
    public void Publish()
    {
        foreach (var (path, bytes) in _files)
        {
            CommandSession.OnFile(path, () => session.Files.Write(path, CommandSession.Owner, bytes.ToArray()));
        }
    }

    private ProcessInput Read(string name) => name == Nowhere
        ? ProcessInput.None
        : CommandSession.OnFile(name, () => ProcessInput.Of(
            File.ReadAllBytes(session.Files.File(session.Absolute(name)).Physical)));

    private ByteBuffer Open(string name, bool isAppending)
    {
        var bytes = new ByteBuffer();
        if (name == Nowhere)
        {
            return bytes;
        }

        if (name.Length == 0)
        {
            throw new CommandFault("a file name is empty");
        }

        var path = CommandSession.OnFile(name, () => session.Files.Resolve(session.Absolute(name)).Writable().Path);
        FileCommands.RequireParent(session, path, name);
        if (isAppending && session.Files.Resolve(path).IsFile)
        {
            bytes.Write(File.ReadAllBytes(session.Files.Resolve(path).Physical));
        }

        _files.Add((path, bytes));
        return bytes;
    }
}
