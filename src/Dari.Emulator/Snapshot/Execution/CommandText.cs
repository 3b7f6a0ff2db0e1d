using Dari.Emulator.Contract;

namespace Dari.Emulator.Snapshot.Execution;

/// <summary>What is to be run.</summary>
/// <param name="Text">The command or code.</param>
/// <param name="IsShell">Whether it is for the shell; otherwise it is Python.</param>
/// <param name="Timeout">How long it may take.</param>
internal sealed record CommandText(string Text, bool IsShell, TimeSpan Timeout)
{
    private const long DefaultTimeoutSeconds = 60;

    /// <exception cref="Hosting.ServiceFault">422: nothing to run, both forms at once, an unknown language or vault.</exception>
    public static CommandText Read(AccountCall call)
    {
        string? command = call.Body.Text("command");
        string? code = call.Body.Text("code");
        if (command is null == code is null)
        {
            throw SnapshotFault.Invalid("Exactly one of command and code is needed.");
        }

        int index = 0;
        foreach (string vault in call.Body.Items("vault_ids").Select(static one => one!.GetValue<string>()))
        {
            call.Find(call.Account.Vaults, vault, $"/vault_ids/{index++}", "body");
        }

        bool isShell = (call.Body.Text("language") ?? "python") switch
        {
            "python" or "python3" => false,
            "bash" or "sh" => true,
            _ => throw SnapshotFault.Invalid("language must be python or bash", "/language"),
        };
        return new CommandText((command ?? code)!, isShell, TimeSpan.FromSeconds(call.Body.Whole("timeout") ?? DefaultTimeoutSeconds));
    }
}
