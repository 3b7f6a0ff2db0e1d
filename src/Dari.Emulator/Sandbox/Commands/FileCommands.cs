using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Commands that change files and folders.</summary>
internal static class FileCommands
{
    public static int List(CommandCall call)
    {
        var (options, operands) = call.Options("1al");
        var paths = operands.Count == 0 ? ["."] : operands;
        return call.ForEach(paths, path =>
        {
            if (operands.Count > 1)
            {
                call.Write($"{path}:\n");
            }

            foreach (var entry in call.Session.Files.List(call.Session.Absolute(path), depth: 1))
            {
                if (options.Contains('a') || entry.Name[0] != '.')
                {
                    call.Write(options.Contains('l') ? Long(entry) : entry.Name + "\n");
                }
            }
        });
    }

    public static int MakeFolder(CommandCall call)
    {
        var (options, operands) = call.Options("p");
        return call.ForEach(operands, name =>
        {
            var path = call.Session.Absolute(name);
            var place = call.Session.Files.Resolve(path);
            if (!options.Contains('p') && place.Entry is not null)
            {
                throw new CommandFault($"cannot create directory '{name}': File exists");
            }

            if (!options.Contains('p') && !call.Session.Files.Resolve(VirtualPath.Parent(place.Path)).IsFolder)
            {
                throw new CommandFault($"cannot create directory '{name}': No such file or directory");
            }

            call.Session.Files.MakeFolder(path, CommandSession.Owner);
        });
    }

    public static int Remove(CommandCall call)
    {
        var (options, operands) = call.Options("rRf");
        var isForced = options.Contains('f');
        if (operands.Count == 0 && isForced)
        {
            return 0;
        }

        return call.ForEach(operands, name =>
        {
            var path = call.Session.Absolute(name);
            var place = call.Session.Files.Resolve(path, followLast: false);
            if (place.Entry is null && isForced)
            {
                return;
            }

            if (place.IsFolder && !options.Contains('r') && !options.Contains('R'))
            {
                throw new CommandFault($"cannot remove '{name}': Is a directory");
            }

            call.Session.Files.Remove(path);
        });
    }

    public static int Touch(CommandCall call) => call.ForEach(call.Args, name =>
    {
        var path = call.Session.Absolute(name);
        var place = call.Session.Files.Resolve(path);
        if (place.Entry is { } entry)
        {
            entry.LastWriteTimeUtc = call.Session.Clock.GetUtcNow().UtcDateTime;
        }
        else
        {
            RequireParent(call.Session, place.Path, name);
            call.Session.Files.Write(path, CommandSession.Owner, []);
        }
    });

    public static int Move(CommandCall call)
    {
        var (from, to) = Two(call);
        CommandSession.OnFile(call.Args[0], () => call.Session.Files.Rename(from, Into(call, from, to), CommandSession.Owner));
        return 0;
    }

    public static int Copy(CommandCall call)
    {
        var (from, to) = Two(call);
        CommandSession.OnFile(call.Args[0], () => call.Session.Files.Write(
            Into(call, from, to), CommandSession.Owner, File.ReadAllBytes(call.Session.Files.File(from).Physical)));
        return 0;
    }

    /// <summary>Refuses to write into a folder that is not there, as programs do.</summary>
    public static void RequireParent(CommandSession session, string path, string name)
    {
        if (!session.Files.Resolve(VirtualPath.Parent(path)).IsFolder)
        {
            throw new CommandFault($"{name}: No such file or directory");
        }
    }

    private static (string From, string To) Two(CommandCall call) => call.Args.Count == 2
        ? (call.Session.Absolute(call.Args[0]), call.Session.Absolute(call.Args[1]))
        : throw new CommandFault("two operands are needed");

    private static string Into(CommandCall call, string from, string to)
    {
        var target = call.Session.Files.Resolve(to).IsFolder ? VirtualPath.Child(to, VirtualPath.Name(from)) : to;
        RequireParent(call.Session, target, call.Args[1]);
        return target;
    }

    private static string Long(FileEntry entry) =>
        $"{entry.Mode} {entry.Owner} {entry.Size} {entry.ModifiedTime:yyyy-MM-ddTHH:mm:ssZ} {entry.Name}\n";
}
