using Dari.Cli.Output;

namespace Dari.Cli.Keys;

/// <summary>Finds the key of a service: in the file that was named, in the environment, in the user's own file.</summary>
internal static class ApiKeys
{
    /// <summary>The user's own file.</summary>
    public static string DefaultFile => Path.Combine(ConfigFolder.Path, "keys");

    /// <summary>Finds a key.</summary>
    /// <param name="variable">Its name, in the environment as in a file: <c>DARI_API_KEY</c>.</param>
    /// <param name="file">A file that was named for it; null when none was.</param>
    /// <exception cref="CliException">There is no key, or a file is not for its owner alone.</exception>
    public static string Find(string variable, string? file)
    {
        if (file is not null)
        {
            return KeyFile.Read(file, variable)
                ?? throw new CliException("missing_api_key", $"{file} has no {variable}.") { Hint = $"Add the line: {variable}=…" };
        }

        if (Variables.Find(variable) is { } key)
        {
            return key;
        }

        return (File.Exists(DefaultFile) ? KeyFile.Read(DefaultFile, variable) : null)
            ?? throw new CliException("missing_api_key", $"There is no API key: {variable} is not set.")
            {
                Hint = $"Set {variable}, or write the line {variable}=… into {DefaultFile}, readable by you alone.",
            };
    }
}
