using Dari.Cli.Tests.Running;
using Dari.Emulator.Faults;

namespace Dari.Cli.Tests.Deploying;

/// <summary>Deploys that are stopped: by Ctrl-C, and by a kill that leaves them no time.</summary>
public sealed class InterruptedDeployTests
{
    private static readonly DelayFault Long = new() { Delay = TimeSpan.FromMinutes(10) };

    public static TheoryData<FaultRule> Moments => new()
    {
        new FaultRule { Service = "storage", Fault = Long },
        new FaultRule { OperationId = "finalizeSourceSnapshot", Fault = Long },
        new FaultRule { OperationId = "createAgent", Fault = Long },
    };

    [UnixTheory]
    [MemberData(nameof(Moments))]
    public async Task Ctrl_C_undoes_what_was_begun(FaultRule moment)
    {
        await using DeployWorld world = await DeployWorld.StartAsync(moment);
        using DariProcess deploy = world.Start("--json");
        await deploy.UntilAsync(() => world.Emulator.Faults.Active.Single().Fired == 1);

        deploy.Interrupt();
        DariResult result = (await deploy.EndAsync()).ShouldEndWith(130);

        result.Json["error"]!["code"]!.GetValue<string>().ShouldBe("interrupted");
        await world.ShouldHaveUndoneAsync(result);
    }

    [UnixFact]
    public async Task Ctrl_C_before_anything_was_reserved_leaves_nothing()
    {
        await using DeployWorld world = await DeployWorld.StartAsync(new FaultRule { OperationId = "createSourceSnapshot", Fault = Long });
        using DariProcess deploy = world.Start();
        await deploy.UntilAsync(() => world.Emulator.Faults.Active.Single().Fired == 1);

        deploy.Interrupt();

        (await deploy.EndAsync()).ShouldEndWith(130).Error.ShouldContain("error: Interrupted.");
        world.ShouldBeClean();
    }

    [Fact]
    public async Task A_kill_leaves_no_file_and_the_next_deploy_removes_the_snapshot()
    {
        await using DeployWorld world = await DeployWorld.StartAsync(new FaultRule { Service = "storage", Fault = Long });
        string snapshot;
        using (DariProcess deploy = world.Start())
        {
            await deploy.UntilAsync(() => world.Emulator.Faults.Active.Single().Fired == 1);
            string line = deploy.Error.Split('\n').Single(static line => line.StartsWith("[2/6]", StringComparison.Ordinal));
            snapshot = line["[2/6] reserve: ".Length..];

            deploy.Kill();
            await deploy.EndAsync();
        }

        Directory.EnumerateFileSystemEntries(world.Surroundings.Temporary).ShouldBeEmpty();
        (await world.GetAsync("/v1/agents"))["agents"]!.AsArray().ShouldBeEmpty();
        DariResult next = (await world.DeployAsync("--json")).ShouldEndWith(0);

        next.Error.ShouldContain($"warning: The last deploy was stopped; its source snapshot {snapshot} is removed.");
        (await world.HasSnapshotAsync(snapshot)).ShouldBeFalse();
        next.Json["bundle"]!["file_count"]!.GetValue<int>().ShouldBe(5);
        world.ShouldBeClean();
    }

    [Fact]
    public async Task A_kill_while_it_publishes_leaves_the_snapshot_because_a_version_may_need_it()
    {
        await using DeployWorld world = await DeployWorld.StartAsync(new FaultRule { OperationId = "createAgent", Fault = Long });
        using (DariProcess deploy = world.Start())
        {
            await deploy.UntilAsync(() => world.Emulator.Faults.Active.Single().Fired == 1);
            deploy.Kill();
            await deploy.EndAsync();
        }

        DariResult next = (await world.DeployAsync()).ShouldEndWith(0);

        next.Error.ShouldContain("warning: The last deploy was stopped while it published; its source snapshot");
        world.Count("deleteSourceSnapshot").ShouldBe(0);
        world.ShouldBeClean();
    }
}
