using System.Text.Json.Nodes;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Manifests;

/// <summary><c>dari manifest check</c>.</summary>
public sealed class ManifestCheckTests
{
    [Fact]
    public async Task A_manifest_without_faults_is_valid()
    {
        using var surroundings = new Surroundings();
        AgentSource.Write(surroundings);

        (await DariProcess.RunAsync(surroundings, "manifest", "check", "agent")).ShouldEndWith(0).Output
            .ShouldBe("dari.yml of 'support-agent' is valid.\n");
        (await DariProcess.RunAsync(surroundings, "manifest", "check", "agent", "--json")).ShouldEndWith(0).Json["form"]!.GetValue<string>()
            .ShouldBe("harness");
    }

    [Fact]
    public async Task Problems_are_written_as_compilers_do_and_as_json()
    {
        using var surroundings = new Surroundings();
        AgentSource.Write(surroundings, manifest: AgentSource.Manifest.Replace("kind: main", "kind: mian"));

        DariResult result = (await DariProcess.RunAsync(surroundings, "manifest", "check", "agent", "--json")).ShouldEndWith(1).ShouldBePlain();

        result.Error.ShouldBe(
            """
            error: The manifest has a problem.
            dari.yml:10:11: error: 'custom_tools[0].kind' is 'mian', which is unknown. Write one of: main, external.

            """.ReplaceLineEndings("\n"));
        JsonNode problem = result.Json["error"]!["problems"]!.AsArray().ShouldHaveSingleItem()!;
        (problem["line"]!.GetValue<int>(), problem["column"]!.GetValue<int>(), problem["key"]!.GetValue<string>()).ShouldBe((10, 11, "custom_tools[0].kind"));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said()
    {
        using var surroundings = new Surroundings();

        (await DariProcess.RunAsync(surroundings, "manifest", "check", "nowhere")).ShouldEndWith(1).Error.ShouldContain("There is no folder");
        (await DariProcess.RunAsync(surroundings, "manifest", "check")).ShouldEndWith(1).Error.ShouldContain("dari.yml:1:1: error: dari.yml cannot be read");
    }

    [Theory]
    [InlineData("deploy", "--frob")]
    [InlineData("manifest")]
    [InlineData("fly")]
    public async Task A_command_line_that_means_nothing_points_to_the_help(params string[] arguments)
    {
        using var surroundings = new Surroundings();

        (await DariProcess.RunAsync(surroundings, arguments)).ShouldEndWith(1).Error.ShouldContain("--help' says what there is.");
    }
}
