namespace Dari.Emulator.Sandbox.Commands;

/// <summary>The commands that the emulator knows. It never starts a program of the host.</summary>
internal static class CommandTable
{
    private static readonly Dictionary<string, Func<CommandCall, Task<int>>> Commands = new(StringComparer.Ordinal)
    {
        ["cat"] = TextCommands.CatAsync,
        ["cd"] = Now(ShellBuiltins.Cd),
        ["cp"] = Now(FileCommands.Copy),
        ["echo"] = Now(TextCommands.Echo),
        ["env"] = Now(ShellBuiltins.Env),
        ["exit"] = Now(ShellBuiltins.Exit),
        ["export"] = Now(ShellBuiltins.Export),
        ["false"] = Now(static _ => 1),
        ["ls"] = Now(FileCommands.List),
        ["mkdir"] = Now(FileCommands.MakeFolder),
        ["mv"] = Now(FileCommands.Move),
        ["printf"] = Now(TextCommands.Printf),
        ["pwd"] = Now(ShellBuiltins.Pwd),
        ["rm"] = Now(FileCommands.Remove),
        ["sh"] = ShellBuiltins.ShellAsync,
        ["sha256sum"] = TextCommands.Sha256SumAsync,
        ["sleep"] = ShellBuiltins.SleepAsync,
        ["touch"] = Now(FileCommands.Touch),
        ["true"] = Now(static _ => 0),
        ["wc"] = TextCommands.CountAsync,
    };

    /// <summary>The command of a name or of a path to a usual folder for programs.</summary>
    public static Func<CommandCall, Task<int>>? Find(string name)
    {
        var plain = name.StartsWith("/usr/bin/", StringComparison.Ordinal) ? name["/usr/bin/".Length..]
            : name.StartsWith("/bin/", StringComparison.Ordinal) ? name["/bin/".Length..]
            : name;
        return Commands.GetValueOrDefault(plain == "bash" ? "sh" : plain);
    }

    private static Func<CommandCall, Task<int>> Now(Func<CommandCall, int> command) => call => Task.FromResult(command(call));
}
