using System.Runtime.InteropServices;
using Dari.Benchmarks.Processes;

namespace Dari.Benchmarks.Starting;

/// <summary>The programs of <c>tests/Dari.StartClients</c>.</summary>
internal static class StartClient
{
    /// <summary>Where the programs are, from the sources, as the benchmarks are run.</summary>
    public static string? Sources()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "tests", "Dari.StartClients");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }

    /// <returns>Where the program is; null where it cannot be made, for lack of a linker.</returns>
    public static string? Publish(string sources, string folder, string project, string framework, bool readyToRun = false)
    {
        string output = Path.Combine(folder, project, readyToRun ? "ready" : framework);
        Usage usage = ChildProcess.Run(
            "dotnet",
            [
                "publish", Path.Combine(sources, project), "--configuration", "Release", "--framework", framework,
                "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", framework == "net9.0" ? "true" : "false",
                "--output", output, "--nologo", "--verbosity", "quiet", "--artifacts-path", Path.Combine(folder, "artifacts"),
                $"-p:PublishReadyToRun={(readyToRun ? "true" : "false")}",
            ]);
        if (usage.ExitCode == 0)
        {
            return output;
        }

        Console.Error.WriteLine($"{project} cannot be published for {framework}:\n{usage.Output}");
        return null;
    }

    public static double Kilobytes(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Path.GetExtension(file) is not (".pdb" or ".dbg" or ".xml" or ".json"))
        .Sum(file => new FileInfo(file).Length) / 1000.0;
}
