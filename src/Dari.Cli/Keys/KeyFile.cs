using Dari.Cli.Output;

namespace Dari.Cli.Keys;

/// <summary>A file of lines <c>NAME=key</c>, which only its owner may read.</summary>
internal static class KeyFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const int MaxBytes = 64 * 1024;

    /// <summary>Reads a key.</summary>
    /// <returns>The key; null when the file has none of that name.</returns>
    /// <exception cref="CliException">The file cannot be read, or others may read it as well.</exception>
    public static string? Read(string path, string name)
    {
        foreach (string line in ReadLines(path))
        {
            string text = line.Trim();
            if (text.StartsWith("export ", StringComparison.Ordinal))
            {
                text = text[7..].TrimStart();
            }

            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && text[..equals].TrimEnd() == name && text[(equals + 1)..].Trim().Trim('"', '\'') is { Length: > 0 } key)
            {
                return key;
            }
        }

        return null;
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            // The mode of what was opened: a name could mean another file a moment later.
            using FileStream file = File.OpenRead(path);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & Others) is var mode and not UnixFileMode.None)
            {
                throw new CliException("unsafe_key_file", $"{path} holds keys, and others may use it ({mode}).")
                {
                    Hint = $"Run: chmod 600 {Quoted(path)}",
                };
            }

            if (file.Length > MaxBytes)
            {
                throw new CliException("invalid_key_file", $"{path} is too large for a file of keys.");
            }

            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Split('\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException("missing_api_key", $"The file of keys {path} cannot be read: {exception.Message}", exception);
        }
    }

    private static string Quoted(string path) =>
        path.All(static letter => char.IsLetterOrDigit(letter) || "/._-".Contains(letter, StringComparison.Ordinal))
            ? path
            : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
