using Dari.Emulator;

namespace Dari.Package.Tests;

/// <summary>The main promise: one PackageReference, five lines, a call.</summary>
[Collection(PackageTests.Name)]
public sealed class ConsoleProjectTests(PackageFeed feed)
{
    [Fact]
    public async Task One_package_reference_and_five_lines_call_the_emulator()
    {
        using var user = new UserProject(feed);
        await using DariEmulator emulator = await DariEmulator.StartAsync();
        user.WithProject("App", "<OutputType>Exe</OutputType>").WithFile("App/Program.cs", Programs.FiveLines);

        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
        DotnetResult run = await user.RunAsync("App", new Dictionary<string, string>
        {
            ["DARI_API_URL"] = emulator.DariUrl.ToString(),
            ["DARI_API_KEY"] = emulator.DariApiKey,
        });

        run.ShouldSucceed().Output.Trim().ShouldMatch("^src_[0-9a-z]+ pending_upload$");
        emulator.Calls.ShouldHaveSingleItem().ShouldBe(new RecordedCall("dari", "createSourceSnapshot", 201));
        emulator.ContractViolations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_app_that_references_a_library_with_the_package_has_no_second_copy()
    {
        using var user = new UserProject(feed);
        using var service = new SnapshotService();
        user.WithProject("Lib")
            .WithFile("Lib/Reservation.cs", $$"""
                using Dari.Agents;

                namespace Lib;

                public static class Reservation
                {
                    public static async Task<SourceSnapshotReservation> MakeAsync(IDariClient dari) =>
                        await dari.SourceSnapshots.CreateAsync(new() { Sha256 = "{{Programs.Digest}}", SizeBytes = 18432 });
                }
                """)
            .WithProject(
                "App",
                "<OutputType>Exe</OutputType>",
                """<ProjectReference Include="../Lib/Lib.csproj" />""",
                usesPackage: false)
            .WithFile("App/Program.cs", """
                using Dari.Agents;

                using var dari = new DariClient();
                SourceSnapshotReservation snapshot = await Lib.Reservation.MakeAsync(dari);
                Console.WriteLine(snapshot.SourceSnapshotId + " " + snapshot.Status.Value);
                """);

        // CS0436 would be a warning.
        (await user.BuildAsync("App")).ShouldSucceedWithoutWarnings();
        DotnetResult run = await user.RunAsync("App", service.Environment);

        run.ShouldSucceed().Output.Trim().ShouldBe(Programs.FiveLinesOutput);
        service.Requests.ShouldBe([Programs.FiveLinesRequest]);
        user.GeneratedFiles("Lib").ShouldContain("DariClient.g.cs");
        user.GeneratedFiles("App").ShouldBeEmpty();
    }
}
