using System.IO.Compression;

namespace Dari.Package.Tests;

/// <summary>The command, installed from a folder as a user installs it.</summary>
[Collection(PackageTests.Name)]
public sealed class ToolTests(PackageFeed feed)
{
    [Fact]
    public async Task The_tool_is_packed_installed_and_runs()
    {
        string tools = Path.Combine(feed.Folder, "tools");
        DotnetResult packed = await Dotnet.RunAsync(
            PackageFeed.RepositoryRoot,
            "pack",
            Path.Combine("src", "Dari.Cli"),
            "--output", feed.Folder,
            "--artifacts-path", Path.Combine(feed.Folder, "artifacts"),
            "-p:Version=" + feed.Version);
        packed.ShouldSucceedWithoutWarnings();
        (await Dotnet.RunAsync(
            feed.Folder, "tool", "install", "Dari.Cli", "--version", feed.Version, "--tool-path", tools, "--add-source", feed.Folder)).ShouldSucceed();

        string agent = Path.Combine(PackageFeed.RepositoryRoot, "samples", "Quickstart", "agent");
        DotnetResult check = await RunAsync(tools, "manifest", "check", agent);
        DotnetResult plan = await RunAsync(tools, "deploy", agent, "--dry-run", "--json");

        check.ShouldSucceed().Output.ShouldContain("is valid.");
        plan.ShouldSucceed().Output.ShouldContain("reserve_source_snapshot");
        Names().ShouldContain("tools/net10.0/any/dari.dll");
        Names().ShouldContain("tools/net10.0/any/Dari.Emulator.dll");
        Names().ShouldContain("README.md");
    }

    private static Task<DotnetResult> RunAsync(string tools, params string[] arguments) =>
        Dotnet.StartAsync(Path.Combine(tools, "dari"), tools, arguments, new Dictionary<string, string>());

    private string[] Names()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PathOf("Dari.Cli"));
        return [.. package.Entries.Select(static entry => entry.FullName)];
    }
}
