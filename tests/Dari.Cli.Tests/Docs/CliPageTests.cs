using System.Text.RegularExpressions;
using Dari.Cli.Tests.Deploying;
using Dari.Cli.Tests.Running;
using Dari.Cli.Tests.Transfers;

namespace Dari.Cli.Tests.Docs;

/// <summary>What <c>docs/cli.md</c> shows is run, and comes out as it is shown.</summary>
public sealed partial class CliPageTests
{
    [UnixFact]
    public async Task The_commands_of_the_page_copy_files_into_a_sandbox_and_out_of_it()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        byte[] model = TransferWorld.Bytes(100_000);
        File.WriteAllBytes(world.Surroundings.PathOf("model.bin"), model);
        world.Surroundings.Write("src/main.py", "print()");
        world.Surroundings.Write("src/main.pyc", "");
        await world.WriteAsync("/workspace/report.pdf", [1, 2, 3]);
        await world.WriteAsync("/workspace/results/a.csv", [4]);
        string[] scripts = [.. CliPage.Blocks("bash").Where(static code => code.Contains("dari sandbox", StringComparison.Ordinal))];
        scripts.Length.ShouldBe(2);

        foreach (string script in scripts)
        {
            (await RunAsync(world.Surroundings, script.Replace("sb_a1b2c3d4", world.Id))).ShouldEndWith(0);
        }

        (await world.ReadAsync("/workspace/model.bin")).ShouldBe(model);
        (await world.ReadAsync("/workspace/shop.sql")).ShouldBe("dump of shop\n"u8.ToArray());
        (await world.RunAsync("download", $"{world.Id}:/workspace/src", "copy")).ShouldEndWith(0);
        Directory.GetFiles(world.Surroundings.PathOf("copy")).Select(Path.GetFileName).ShouldBe(["main.py"]);
        File.ReadAllBytes(world.Surroundings.PathOf("report.pdf")).ShouldBe([1, 2, 3]);
        File.ReadAllBytes(world.Surroundings.PathOf("results/a.csv")).ShouldBe([4]);
    }

    [UnixFact]
    public async Task A_deploy_looks_as_on_the_page()
    {
        await using DeployWorld world = await DeployWorld.StartAsync();
        AgentSource.Write(world.Surroundings, "my-agent");
        string shown = CliPage.Blocks("console").Single(static code => code.StartsWith("$ dari deploy", StringComparison.Ordinal));
        string[] lines = shown.Split('\n', 2);

        DariResult result = (await RunAsync(world.Surroundings, lines[0][2..] + " 2>&1")).ShouldEndWith(0);

        CliPage.Plain(result.Output).ShouldBe(CliPage.Plain(lines[1]));
    }

    [Fact]
    public async Task A_manifest_has_the_problems_of_the_page()
    {
        using var surroundings = new Surroundings();
        AgentSource.Write(surroundings, manifest: """
            name: support-agent
            harness: pi
            instruction:
              system: prompts/system.md
            llm:
              model: anthropic/claude-sonnet-4
            sandbox:
              runtimes:
                  python: 3.10
            custom_tools:
              - name: add
                path: tools/add
                kind: main
            """);
        surroundings.Write("agent/tools/add/tool.yml", "name: add\ndescription: \"\"\ninput_schema: in.json\nruntime: python\nhandler: add.py:add\n");
        string shown = CliPage.Blocks("").Single(static code => code.Contains("dari.yml:", StringComparison.Ordinal));

        string error = (await DariProcess.RunAsync(surroundings, "manifest", "check", "agent")).ShouldEndWith(1).Error;

        foreach (string line in shown.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            error.ShouldContain(line + "\n");
        }
    }

    [Fact]
    public async Task Every_option_of_the_page_is_one_of_a_command()
    {
        using var surroundings = new Surroundings();
        string[][] commands =
        [
            ["deploy"], ["manifest", "check"], ["sandbox", "upload"], ["sandbox", "download"], ["emulator"],
            ["spec", "diff"], ["spec", "review"], ["spec", "update"], ["spec", "check"],
        ];
        DariResult[] helps = await Task.WhenAll(commands.Select(command => DariProcess.RunAsync(surroundings, [.. command, "--help"])));
        string all = string.Concat(helps.Select(static help => help.ShouldEndWith(0).Output));

        // "dotnet tool install --global" is another program's.
        string[] named = [.. Option().Matches(CliPage.Text).Select(static match => match.Value).Distinct().Except(["--global"])];

        named.Length.ShouldBeGreaterThan(10);
        named.Where(option => !Regex.IsMatch(all, Regex.Escape(option) + "[ ,\n<]")).ShouldBeEmpty();
    }

    [GeneratedRegex("(?<=[ `(])--[a-z][a-z-]+")]
    private static partial Regex Option();

    /// <summary>As somebody would who copies it into a terminal, with "dari" and "pg_dump" in the path.</summary>
    private static Task<DariResult> RunAsync(Surroundings surroundings, string script)
    {
        Program(surroundings, "dari", $"exec dotnet '{DariProcess.Command}' \"$@\"");
        Program(surroundings, "pg_dump", "echo \"dump of $1\"");
        return DariProcess.RunProgramAsync(surroundings, "bash", "-euo", "pipefail", "-c", $"PATH=\"$PWD/.bin:$PATH\"\n{script}");
    }

    private static void Program(Surroundings surroundings, string name, string line)
    {
        string path = surroundings.Write(".bin/" + name, $"#!/bin/sh\n{line}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
