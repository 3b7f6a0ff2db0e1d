using System.Runtime.Versioning;
using Dari.Cli.Tests.Deploying;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests;

/// <summary>Where keys come from.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class KeyTests
{
    [UnixFact]
    public async Task A_file_has_to_be_its_owners_alone()
    {
        await using DeployWorld world = await DeployWorld.StartAsync();
        world.Surroundings.Variables["DARI_API_KEY"] = null;
        string file = Path.Combine(world.Surroundings.Config, "keys");
        await File.WriteAllTextAsync(file, $"# mine\nNULLSPACE_API_KEY=ns_live_other\nexport DARI_API_KEY=\"{world.Emulator.DariApiKey}\"\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        DariResult refused = (await world.DeployAsync("--json")).ShouldEndWith(1);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await world.DeployAsync("--quiet")).ShouldEndWith(0);

        refused.Json["error"]!["code"]!.GetValue<string>().ShouldBe("unsafe_key_file");
        refused.Error.ShouldContain($"Run: chmod 600 {file}");
        refused.Error.ShouldNotContain(world.Emulator.DariApiKey);
    }

    [UnixFact]
    public async Task A_file_that_is_named_comes_before_the_environment()
    {
        await using DeployWorld world = await DeployWorld.StartAsync();
        string key = world.Surroundings.Variables["DARI_API_KEY"]!;
        world.Surroundings.Variables["DARI_API_KEY"] = "dari_wrong";
        string file = world.Surroundings.Write("my keys", $"DARI_API_KEY={key}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);

        (await world.DeployAsync("--quiet", "--key-file", file)).ShouldEndWith(0);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        (await world.DeployAsync("--quiet", "--key-file", file)).ShouldEndWith(1).Error.ShouldContain($"Run: chmod 600 '{file}'");
        (await world.DeployAsync("--quiet", "--key-file", "nowhere")).ShouldEndWith(1).Error.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task Without_a_key_it_says_where_one_can_stand()
    {
        using var surroundings = new Surroundings();
        AgentSource.Write(surroundings);

        DariResult result = (await DariProcess.RunAsync(surroundings, "deploy", "agent", "--json")).ShouldEndWith(1);

        result.Json["error"]!["code"]!.GetValue<string>().ShouldBe("missing_api_key");
        result.Error.ShouldContain(Path.Combine(surroundings.Config, "keys"));
    }
}
