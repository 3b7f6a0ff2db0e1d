using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests.Snapshots;

/// <summary>What generated code is compiled against: the oldest and the newest framework that the runtime is built for.</summary>
internal static class Frameworks
{
    /// <summary>The one the tests run on, so that what is compiled against it can be loaded.</summary>
    public static IReadOnlyList<MetadataReference> Running { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsReferenced(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>.NET 8, with the build of the runtime for it that the project file puts beside the tests.</summary>
    public static IReadOnlyList<MetadataReference> Oldest { get; } =
    [
        .. Net80.References.All,
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "net8.0"), "*.dll").Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsReferenced(string name) => name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll" or "Dari.Runtime.dll";
}
