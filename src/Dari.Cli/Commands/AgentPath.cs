using Dari.Cli.Output;

namespace Dari.Cli.Commands;

/// <summary>The folder of an agent as it was given.</summary>
internal static class AgentPath
{
    /// <exception cref="CliException">There is no such folder.</exception>
    public static string Full(string path)
    {
        string full = Path.GetFullPath(path);
        return Directory.Exists(full)
            ? full
            : throw new CliException("invalid_path", $"There is no folder {full}.") { Hint = "Give the folder that dari.yml is in." };
    }
}
