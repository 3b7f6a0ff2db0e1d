using System.Runtime.InteropServices;
using Dari.Benchmarks.Processes;

namespace Dari.Benchmarks.Compiling;

/// <summary>The C# compiler of the SDK that runs this program, as a process of its own.</summary>
internal static class Compiler
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static readonly string Csc = Newest(Path.Combine(Root, "sdk"), Path.Combine("Roslyn", "bincore", "csc.dll"));

    private static readonly string ReferencePack = Newest(Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref"), "ref");

    /// <summary>Compiles all files of a folder into a library.</summary>
    /// <returns>What the compiler used, and the size of the library in bytes.</returns>
    public static (Usage Usage, long Bytes) Compile(string folder, bool withJsonGenerator)
    {
        string library = Path.Combine(folder, "out.dll");
        string[] lines =
        [
            "-noconfig -nostdlib -target:library -optimize+ -deterministic -langversion:latest -nowarn:CS1701,CS1702 -warnaserror-",
            $"-out:\"{library}\"",
            .. Directory.GetFiles(Path.Combine(ReferencePack, "net10.0"), "*.dll").Select(Reference),
            .. Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll").Select(Reference),
            Reference(typeof(ApiException).Assembly.Location),
            .. withJsonGenerator ? JsonGenerators() : [],
            .. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"\"{file}\""),
        ];
        string response = Path.Combine(folder, "csc.rsp");
        File.WriteAllLines(response, lines);
        Usage usage = ChildProcess.RunOrFail(Path.Combine(Root, "dotnet"), [Csc, "@" + response]);
        return (usage, new FileInfo(library).Length);
    }

    private static string Reference(string path) => $"-reference:\"{path}\"";

    private static IEnumerable<string> JsonGenerators() => Directory
        .GetFiles(Path.Combine(ReferencePack, "..", "analyzers", "dotnet", "cs"), "System.Text.Json.SourceGeneration.dll")
        .Select(path => $"-analyzer:\"{path}\"");

    private static string Newest(string folder, string inside) => Directory.GetDirectories(folder)
        .Where(version => Path.Exists(Path.Combine(version, inside)))
        .OrderBy(version => Version.Parse(Path.GetFileName(version).Split('-')[0]))
        .Select(version => Path.Combine(version, inside))
        .Last();
}
