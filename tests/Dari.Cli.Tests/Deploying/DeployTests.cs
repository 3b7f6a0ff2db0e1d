using System.Text.Json.Nodes;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Deploying;

public sealed class DeployTests
{
    [Fact]
    public async Task A_folder_becomes_an_agent_and_then_a_version_of_it()
    {
        await using DeployWorld world = await DeployWorld.StartAsync();

        JsonObject first = (await world.DeployAsync("--json")).ShouldEndWith(0).ShouldBePlain().Json;
        world.Surroundings.Write("agent/prompts/system.md", "Be kinder.");
        DariResult second = (await world.DeployAsync()).ShouldEndWith(0).ShouldBePlain();

        JsonObject agent = (await world.GetAsync("/v1/agents"))["agents"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        agent["id"]!.GetValue<string>().ShouldBe(first["agent_id"]!.GetValue<string>());
        agent["name"]!.GetValue<string>().ShouldBe("support-agent");
        JsonArray versions = (await world.GetAsync($"/v1/agents/{agent["id"]}/versions"))["versions"]!.AsArray();
        versions.Count.ShouldBe(2);
        versions.Select(static version => version!["archive_sha256"]!.GetValue<string>()).ShouldContain(first["bundle"]!["sha256"]!.GetValue<string>());
        second.Output.ShouldBe($"Published 'support-agent': agent {agent["id"]}, version {agent["active_version_id"]}.\n");
        second.Error.Split('\n')[0].ShouldStartWith("[1/6] package: 5 files, ");
        world.Count("publishAgentVersion").ShouldBe(1);
        world.ShouldBeClean();
    }

    [Fact]
    public async Task An_agent_is_named_by_its_id_or_its_name()
    {
        await using DeployWorld world = await DeployWorld.StartAsync();
        JsonObject first = (await world.DeployAsync("--json", "--quiet")).ShouldEndWith(0).Json;
        AgentSource.Write(world.Surroundings, "other", AgentSource.Manifest.Replace("support-agent", "another-name"));

        DariResult byName = await DariProcess.RunAsync(world.Surroundings, "deploy", "other", "--agent", "support-agent", "--json", "-q");
        DariResult unknown = await DariProcess.RunAsync(world.Surroundings, "deploy", "other", "--agent", "nobody", "-q");
        world.Surroundings.Variables["DARI_AGENT_ID"] = first["agent_id"]!.GetValue<string>();
        DariResult byVariable = await DariProcess.RunAsync(world.Surroundings, "deploy", "other", "--json", "-q");

        byName.ShouldEndWith(0).Json["agent_id"]!.GetValue<string>().ShouldBe(first["agent_id"]!.GetValue<string>());
        byName.Error.ShouldBe("");
        byVariable.ShouldEndWith(0).Json["agent_id"]!.GetValue<string>().ShouldBe(first["agent_id"]!.GetValue<string>());
        unknown.ShouldEndWith(1).Error.ShouldContain("There is no agent 'nobody'.");
        unknown.Error.ShouldContain("There are: support-agent");
    }

    [Fact]
    public async Task A_dry_run_needs_neither_network_nor_key()
    {
        using var surroundings = new Surroundings();
        AgentSource.Write(surroundings);
        surroundings.Variables["DARI_API_URL"] = "https://127.0.0.1:1/";

        JsonObject plan = (await DariProcess.RunAsync(surroundings, "deploy", "agent", "--dry-run", "--json")).ShouldEndWith(0).Json;
        DariResult text = (await DariProcess.RunAsync(surroundings, "deploy", "agent", "--dry-run", "--agent", "agt_1")).ShouldEndWith(0);

        plan["bundle"]!["file_count"]!.GetValue<int>().ShouldBe(5);
        plan["bundle"]!["metadata"]!["origin"]!.GetValue<string>().ShouldBe("local_cli");
        plan["steps"]!.AsArray().Select(static step => step!["action"]!.GetValue<string>()).ShouldBe(
            ["reserve_source_snapshot", "upload_source_bundle", "finalize_source_snapshot", "validate_source_snapshot_manifest", "create_or_version_agent_by_name"]);
        plan["steps"]![0]!["payload"]!["sha256"]!.GetValue<string>().ShouldBe(plan["bundle"]!["sha256"]!.GetValue<string>());
        text.Output.ShouldContain(plan["bundle"]!["sha256"]!.GetValue<string>());
        text.Output.ShouldContain("5. publish_agent_version: POST /v1/agents/agt_1/versions\n");
    }

    [Fact]
    public async Task An_archive_is_the_same_on_any_number_of_processors()
    {
        using var surroundings = new Surroundings();
        AgentSource.Write(surroundings);
        surroundings.Write("agent/large.txt", string.Concat(Enumerable.Range(0, 400_000).Select(static number => $"line {number}\n")));
        var digests = new List<string>();
        foreach (string processors in (string[])["1", "2", "16"])
        {
            surroundings.Variables["DOTNET_PROCESSOR_COUNT"] = processors;
            DariResult plan = (await DariProcess.RunAsync(surroundings, "deploy", "agent", "--dry-run", "--json")).ShouldEndWith(0);
            digests.Add(plan.Json["bundle"]!["sha256"]!.GetValue<string>());
        }

        digests.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_a_ci_run_the_archive_says_where_it_comes_from()
    {
        using var surroundings = new Surroundings();
        AgentSource.Write(surroundings);
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)
            [("GITHUB_ACTIONS", "true"), ("GITHUB_SHA", "4f1c2d9"), ("GITHUB_REF", "refs/heads/main"), ("GITHUB_RUN_ID", "7"), ("GITHUB_SERVER_URL", "https://github.com"), ("GITHUB_REPOSITORY", "a/b")])
        {
            surroundings.Variables[name] = value;
        }

        JsonNode metadata = (await DariProcess.RunAsync(surroundings, "deploy", "agent", "--dry-run", "--json")).ShouldEndWith(0).Json["bundle"]!["metadata"]!;

        metadata.ToJsonString().ShouldBe(
            """{"origin":"ci","ci_provider":"github_actions","git_commit_sha":"4f1c2d9","git_ref":"refs/heads/main","github_run_id":"7","ci_run_url":"https://github.com/a/b/actions/runs/7"}""");
    }

    [Fact]
    public async Task A_manifest_with_problems_is_not_sent_anywhere()
    {
        await using DeployWorld world = await DeployWorld.StartAsync();
        world.Surroundings.Write("agent/dari.yml", AgentSource.Manifest.Replace("instructions:", "instruction:"));

        DariResult result = (await world.DeployAsync("--json")).ShouldEndWith(1).ShouldBePlain();

        result.Error.ShouldContain("dari.yml:3:1: error: 'instruction' is no key. Did you mean 'instructions'?\n");
        result.Json["error"]!["code"]!.GetValue<string>().ShouldBe("invalid_manifest");
        result.Json["error"]!["problems"]!.AsArray().Count.ShouldBe(2);
        world.Emulator.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_manifest_names_has_to_be_in_the_archive()
    {
        await using DeployWorld world = await DeployWorld.StartAsync();
        Directory.CreateDirectory(world.Surroundings.PathOf("agent/.git"));
        Directory.Delete(world.Surroundings.PathOf("agent/.git"));
        using (var git = System.Diagnostics.Process.Start("git", ["init", "-q", world.Surroundings.PathOf("agent")]))
        {
            await git.WaitForExitAsync();
        }

        world.Surroundings.Write("agent/.gitignore", "*.md\n");

        DariResult result = (await world.DeployAsync()).ShouldEndWith(1);

        result.Error.ShouldContain("dari.yml:4:11: error: 'prompts/system.md' exists, but is left out of the archive. Take it out of .gitignore.");
        world.Emulator.Calls.ShouldBeEmpty();
        world.ShouldBeClean();
    }
}
