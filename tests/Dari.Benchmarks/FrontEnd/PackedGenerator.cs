using System.Runtime.InteropServices;
using Dari.Benchmarks.Processes;

namespace Dari.Benchmarks.FrontEnd;

/// <summary>
/// This program once more, with the generator as its package has it for this runtime: the same assemblies with machine code, made
/// as they are made when it is packed.
/// </summary>
internal static class PackedGenerator
{
    private static readonly string[] Assemblies = ["Dari.Generator.dll", "YamlDotNet.dll"];

    /// <returns>Where it is; null where it cannot be made.</returns>
    public static string? Make(string folder)
    {
        if (Project() is not { } project)
        {
            return null;
        }

        string images = Path.Combine(folder, "images");
        Usage usage = ChildProcess.Run(
            "dotnet",
            [
                "publish", project, "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier,
                "--output", images, "--nologo", "--artifacts-path", Path.Combine(folder, "artifacts"),
                "-p:DariGenerator=" + Path.Combine(AppContext.BaseDirectory, Assemblies[0]),
            ]);
        if (usage.ExitCode != 0)
        {
            Console.Error.WriteLine("No machine code for this runtime:\n" + usage.Output);
            return null;
        }

        string program = Directory.CreateDirectory(Path.Combine(folder, "program")).FullName;
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        }

        foreach (string assembly in Assemblies)
        {
            File.Copy(Path.Combine(images, assembly), Path.Combine(program, assembly), overwrite: true);
        }

        return program;
    }

    // From the sources, as the benchmarks are run.
    private static string? Project()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string project = Path.Combine(at.FullName, "src", "Dari.Generator.ReadyToRun", "Dari.Generator.ReadyToRun.csproj");
            if (File.Exists(project))
            {
                return project;
            }
        }

        return null;
    }
}
