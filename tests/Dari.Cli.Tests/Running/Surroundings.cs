namespace Dari.Cli.Tests.Running;

/// <summary>Folders and an environment for the command, in which nothing of this machine's user shows.</summary>
internal sealed class Surroundings : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dari-cli-tests-");

    public Surroundings()
    {
        foreach (string folder in (string[])[Folder, Temporary, Config])
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Variables of the command; null removes one.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    /// <summary>Where the command runs, and agents are.</summary>
    public string Folder => Path.Combine(_root.FullName, "work");

    /// <summary>The command's folder for temporary files.</summary>
    public string Temporary => Path.Combine(_root.FullName, "tmp");

    /// <summary>Where the command looks for the file of keys.</summary>
    public string Config => Path.Combine(_root.FullName, "config");

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Fill(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsForeign).ToArray())
        {
            environment.Remove(name);
        }

        environment["TMPDIR"] = environment["TEMP"] = environment["TMP"] = Temporary;
        environment["DARI_CONFIG_DIR"] = Config;

        // A process that is killed leaves the sockets of its diagnostics behind.
        environment["DOTNET_EnableDiagnostics"] = "0";

        // No repository around the folder counts.
        environment["GIT_CEILING_DIRECTORIES"] = _root.FullName;
        foreach ((string name, string? value) in Variables)
        {
            environment[name] = value;
        }
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static bool IsForeign(string name) =>
        name.StartsWith("DARI_", StringComparison.Ordinal)
        || name.StartsWith("NULLSPACE_", StringComparison.Ordinal)
        || name.StartsWith("INSTAVM_", StringComparison.Ordinal)
        || name.StartsWith("GITHUB_", StringComparison.Ordinal)
        || name is "CI" or "NO_COLOR" or "FORCE_COLOR";
}
