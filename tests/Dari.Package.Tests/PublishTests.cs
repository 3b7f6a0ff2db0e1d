using System.Runtime.InteropServices;

namespace Dari.Package.Tests;

/// <summary>What users ship: trimmed, and compiled ahead of time. Needs the linker of the platform (clang or gcc).</summary>
[Collection(PackageTests.Name)]
public sealed class PublishTests(PackageFeed feed)
{
    [Theory]
    [InlineData("net10.0", "<PublishTrimmed>true</PublishTrimmed><IsAotCompatible>true</IsAotCompatible>")]
    [InlineData("net9.0", "<PublishAot>true</PublishAot>")]
    public async Task The_binary_is_clean_and_calls_the_service(string framework, string properties)
    {
        using var user = new UserProject(feed);
        using var service = new SnapshotService();
        user.WithProject("App", $"""
                <OutputType>Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
                {properties}
                """)
            .WithFile("App/Program.cs", Programs.FiveLines);
        string binary = Path.Combine(user.Root, "out", OperatingSystem.IsWindows() ? "App.exe" : "App");

        DotnetResult publish = await user.DotnetAsync(
            "publish", "App", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", "out");
        publish.ShouldSucceedWithoutWarnings();
        publish.Output.ShouldNotContain("IL2");
        publish.Output.ShouldNotContain("IL3");

        DotnetResult run = await Dotnet.StartAsync(binary, user.Root, [], service.Environment);
        run.ShouldSucceed().Output.Trim().ShouldBe(Programs.FiveLinesOutput);
        service.Requests.ShouldBe([Programs.FiveLinesRequest]);
    }
}
