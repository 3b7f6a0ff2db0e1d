using System.Reflection;
using System.Runtime.InteropServices;

namespace Dari.Package.Tests;

/// <summary>The packages of this repository, packed once for all tests into a folder that serves as a NuGet source.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private string _globalPackages = "";

    /// <summary>Holds the packages; removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("dari-feed-").FullName;

    /// <summary>Never used before, so that no cache has it.</summary>
    public string Version { get; } = $"0.0.1-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    internal DotnetResult Packed { get; private set; } = new("", 0, "");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _globalPackages = await GlobalPackagesAsync();
        foreach (string project in (string[])["Dari.Runtime", "Dari.Generator"])
        {
            // The images of other runtimes take long and cannot be run here.
            DotnetResult result = await Dotnet.RunAsync(
                RepositoryRoot,
                "pack",
                Path.Combine("src", project),
                "--output", Folder,
                "--artifacts-path", Path.Combine(Folder, "artifacts"),
                "-p:Version=" + Version,
                "-p:DariImageRuntimes=" + RuntimeInformation.RuntimeIdentifier);
            result.ShouldSucceed();
            Packed = Packed with { Output = Packed.Output + result.Output };
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        foreach (string id in (string[])["dari.runtime", "dari.generator", "dari.cli"])
        {
            string cached = Path.Combine(_globalPackages, id, Version);
            if (Directory.Exists(cached))
            {
                Directory.Delete(cached, recursive: true);
            }
        }

        return Task.CompletedTask;
    }

    internal string PathOf(string package) => Path.Combine(Folder, $"{package}.{Version}.nupkg");

    internal static string RepositoryRoot { get; } = typeof(PackageFeed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static async Task<string> GlobalPackagesAsync()
    {
        DotnetResult result = await Dotnet.RunAsync(Path.GetTempPath(), "nuget", "locals", "global-packages", "--list");
        return result.ShouldSucceed().Output.Trim()["global-packages: ".Length..];
    }
}
