namespace Dari.Cli.Keys;

/// <summary>Where the command keeps what is the user's: <c>DARI_CONFIG_DIR</c>, else a folder of the system's kind.</summary>
internal static class ConfigFolder
{
    public static string Path { get; } =
        Variables.Find("DARI_CONFIG_DIR")
        ?? System.IO.Path.Combine(
            Variables.Find("XDG_CONFIG_HOME")
            ?? (OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config")),
            "dari");
}
