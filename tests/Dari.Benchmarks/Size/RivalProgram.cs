using System.Runtime.InteropServices;
using System.Xml.Linq;
using Dari.Benchmarks.Processes;

namespace Dari.Benchmarks.Size;

/// <summary>A program that makes one call with what a rival generated, compiled ahead of time.</summary>
/// <param name="Kilobytes">Its size; <see langword="null"/> where it cannot be made.</param>
/// <param name="Note">What the compiler warned of, and whether it runs.</param>
internal sealed record RivalProgram(double? Kilobytes, string Note)
{
    public static RivalProgram Publish(string generated, string source, (string Id, string Version)[] packages, string url)
    {
        string folder = generated + "-program";
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), source);
        string project = Path.Combine(folder, "client.csproj");
        Project(generated, packages).Save(project);
        string output = Path.Combine(folder, "out");
        Usage publish = ChildProcess.Run(
            "dotnet",
            [
                "publish", project, "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", output,
                "--nologo", "--verbosity", "quiet",
            ],
            folder);
        if (publish.ExitCode != 0)
        {
            return new RivalProgram(null, "is not published: " + Rival.FirstError(publish.Output));
        }

        string program = Path.Combine(output, "client");
        Usage run = ChildProcess.Run(program, [url]);
        int warnings = publish.Output.Split('\n').Where(static line => line.Contains(": warning IL", StringComparison.Ordinal)
            || line.Contains("analysis warning IL", StringComparison.Ordinal)).Distinct().Count();
        string how = run.ExitCode == 0 ? "runs" : "does not run: " + run.Output.Split('\n')[0].Trim();
        return new RivalProgram(new FileInfo(program).Length / 1000.0, $"theirs {how}{(warnings > 0 ? $", {warnings} warnings of the trimmer" : "")}");
    }

    private static XElement Project(string generated, (string Id, string Version)[] packages) => new(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("OutputType", "Exe"),
            new XElement("TargetFramework", "net9.0"),
            new XElement("AssemblyName", "client"),
            new XElement("Nullable", "enable"),
            new XElement("ImplicitUsings", "enable"),
            new XElement("PublishAot", "true"),
            new XElement("StripSymbols", "true"),
            new XElement("InvariantGlobalization", "true")),
        new XElement(
            "ItemGroup",
            new XElement(
                "Compile",
                new XAttribute("Include", Path.Combine(generated, "**", "*.cs")),
                new XAttribute("Exclude", Path.Combine(generated, "obj", "**") + ";" + Path.Combine(generated, "bin", "**"))),
            packages.Select(static one =>
                new XElement("PackageReference", new XAttribute("Include", one.Id), new XAttribute("Version", one.Version)))));
}
