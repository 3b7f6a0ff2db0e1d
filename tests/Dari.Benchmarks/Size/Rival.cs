using System.Xml.Linq;
using Dari.Benchmarks.Processes;

namespace Dari.Benchmarks.Size;

/// <summary>Another generator, as the command line tool that its users install.</summary>
/// <param name="Name">The generator and its version.</param>
/// <param name="Tool">Its package and command.</param>
/// <param name="Arguments">Of the command, for a document and a folder to generate into.</param>
/// <param name="Packages">What the generated code needs, beside .NET.</param>
/// <param name="Program">A program that gets one order of the shop from the address in its argument.</param>
internal sealed record Rival(
    string Name,
    (string Package, string Version, string Command) Tool,
    Func<string, string, string[]> Arguments,
    (string Id, string Version)[] Packages,
    string Program)
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "dari-benchmarks", "rivals");

    public static Rival[] All { get; } =
    [
        new(
            "NSwag 14.7.1",
            ("NSwag.ConsoleCore", "14.7.1", "nswag"),
            static (document, folder) =>
            [
                "openapi2csclient", "/input:" + document, "/output:" + Path.Combine(folder, "Client.cs"), "/namespace:Rival",
                "/className:RivalClient", "/jsonLibrary:SystemTextJson",
            ],
            [],
            """
            using var http = new HttpClient();
            var client = new Rival.RivalClient(http) { BaseUrl = args[0] };
            Rival.Order order = await client.GetOrderAsync("ord_1");
            Console.WriteLine(order.Id);
            """),
        new(
            "Kiota 1.38.0",
            ("Microsoft.OpenApi.Kiota", "1.38.0", "kiota"),
            static (document, folder) => ["generate", "-l", "CSharp", "-d", document, "-o", folder, "-n", "Rival", "-c", "RivalClient"],
            [
                ("Microsoft.Kiota.Abstractions", "2.1.6"), ("Microsoft.Kiota.Http.HttpClientLibrary", "2.1.6"), ("Microsoft.Kiota.Serialization.Form", "2.1.6"),
                ("Microsoft.Kiota.Serialization.Json", "2.1.6"), ("Microsoft.Kiota.Serialization.Multipart", "2.1.6"),
                ("Microsoft.Kiota.Serialization.Text", "2.1.6"),
            ],
            """
            using Microsoft.Kiota.Abstractions.Authentication;
            using Microsoft.Kiota.Http.HttpClientLibrary;

            using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0].TrimEnd('/') };
            var client = new Rival.RivalClient(adapter);
            Rival.Models.Order? order = await client.V1.Orders["ord_1"].GetAsync();
            Console.WriteLine(order!.Id);
            """),
    ];

    /// <summary>What it makes of a document.</summary>
    /// <returns>Lines, <see langword="null"/> where it makes nothing, and the size of the library or why there is none.</returns>
    public Output Generate(string document)
    {
        Usage installed = ChildProcess.Run(
            "dotnet", ["tool", "install", Tool.Package, "--version", Tool.Version, "--tool-path", Path.Combine(Folder, "tools")]);
        string command = Path.Combine(Folder, "tools", Tool.Command);
        if (!File.Exists(command))
        {
            return new Output(null, "not installed: " + FirstError(installed.Output));
        }

        string folder = Path.Combine(Folder, Tool.Command);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        Usage run = ChildProcess.Run(command, Arguments(document, folder));
        string[] files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);
        return files.Length == 0
            ? new Output(null, "generates nothing: " + FirstError(run.Output))
            : new Output(files.Sum(file => SizeGroup.Lines(File.ReadAllText(file))), Library(folder));
    }

    /// <summary>The program, with what was generated last.</summary>
    public RivalProgram Publish(string url) => RivalProgram.Publish(Path.Combine(Folder, Tool.Command), Program, Packages, url);

    private string Library(string folder)
    {
        string project = Path.Combine(folder, "Rival.csproj");
        new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0"), new XElement("Nullable", "enable"), new XElement("ImplicitUsings", "enable")),
            new XElement("ItemGroup", Packages.Select(one =>
                new XElement("PackageReference", new XAttribute("Include", one.Id), new XAttribute("Version", one.Version))))).Save(project);
        Usage build = ChildProcess.Run("dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-nologo"], folder);
        return build.ExitCode == 0
            ? $"dll {new FileInfo(Path.Combine(folder, "bin", "Release", "net10.0", "Rival.dll")).Length / 1024:N0} kB"
            : "does not compile: " + FirstError(build.Output);
    }

    internal static string FirstError(string output)
    {
        string line = output.Split('\n').FirstOrDefault(one => one.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? output.Split('\n')[0];
        int at = line.IndexOf("error", StringComparison.OrdinalIgnoreCase);
        string text = (at < 0 ? line : line[at..]).Replace('|', '/').Trim();
        int end = text.IndexOf(" [", StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        return text.Length <= 120 ? text : text[..120] + "…";
    }

    /// <param name="Lines">Of all its files.</param>
    /// <param name="Library">Its size, or why there is none.</param>
    internal sealed record Output(long? Lines, string Library);
}
