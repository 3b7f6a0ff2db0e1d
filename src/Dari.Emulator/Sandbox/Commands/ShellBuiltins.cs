using System.Globalization;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Commands about the run itself.</summary>
internal static class ShellBuiltins
{
    public static int Pwd(CommandCall call)
    {
        call.Write(call.Session.Cwd + "\n");
        return 0;
    }

    public static int Cd(CommandCall call)
    {
        var path = call.Args.Count > 0 ? call.Args[0] : call.Session.Variable("HOME");
        call.Session.Cwd = CommandSession.OnFile(path, () => call.Session.Files.Folder(call.Session.Absolute(path)).Path);
        return 0;
    }

    public static int Env(CommandCall call)
    {
        if (call.Args.Count > 0)
        {
            throw new CommandFault("arguments are not supported", 2);
        }

        foreach (var (name, value) in call.Session.Environment.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            call.Write($"{name}={(name == "PWD" ? call.Session.Cwd : value)}\n");
        }

        return 0;
    }

    public static int Export(CommandCall call)
    {
        foreach (var argument in call.Args)
        {
            var sign = argument.IndexOf('=');
            var name = sign < 0 ? argument : argument[..sign];
            if (!ShellWord.IsName(name))
            {
                throw new CommandFault($"{name}: not a valid identifier");
            }

            call.Session.Environment[name] = sign < 0 ? call.Session.Variable(name) : argument[(sign + 1)..];
        }

        return 0;
    }

    public static int Exit(CommandCall call)
    {
        call.Session.HasExited = true;
        return call.Args.Count == 0
            ? call.Session.LastExitCode
            : int.TryParse(call.Args[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
                ? code & 0xFF
                : throw new CommandFault($"{call.Args[0]}: numeric argument required", 2);
    }

    public static async Task<int> SleepAsync(CommandCall call)
    {
        if (call.Args.Count != 1
            || !double.TryParse(call.Args[0].TrimEnd('s'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            || seconds > int.MaxValue / 1000)
        {
            throw new CommandFault("invalid time interval");
        }

        await Task.Delay(TimeSpan.FromSeconds(seconds), call.Session.Clock, call.Stop);
        return 0;
    }

    public static async Task<int> ShellAsync(CommandCall call)
    {
        if (call.Args.Count != 2 || call.Args[0] is not ("-c" or "-ec" or "-lc"))
        {
            throw new CommandFault("only -c and a text are supported", 2);
        }

        return await ShellRunner.RunTextAsync(
            call.Args[1], call.Session.Child(), call.Input, call.Out, call.Error, call.Stop);
    }
}
