using System.Text.Json.Nodes;
using Dari.Cli.Tests.Running;
using Dari.Emulator.Faults;

namespace Dari.Cli.Tests.Deploying;

/// <summary>Deploys that fail, at services that really fail.</summary>
public sealed class FailingDeployTests
{
    public static TheoryData<FaultRule, string> Failures => new()
    {
        { new FaultRule { Service = "storage", Fault = new StatusFault { Status = 403 } }, "The upload target answered 403." },
        { new FaultRule { Service = "storage", Fault = new ExpireFault() }, "The upload target answered 403." },
        { new FaultRule { Service = "storage", Times = null, Fault = new ResetFault() }, "The upload target cannot be reached" },
        { new FaultRule { Service = "storage", Fault = new CorruptRequestFault { AtByte = 50 } }, "The checksum does not match." },
        { new FaultRule { OperationId = "finalizeSourceSnapshot", Times = null, Fault = new StatusFault { Status = 500 } }, "answered 500" },
        { new FaultRule { OperationId = "getSourceSnapshotManifest", Fault = new StatusFault { Status = 422 } }, "answered 422" },
        { new FaultRule { OperationId = "createAgent", Fault = new StatusFault { Status = 422 } }, "answered 422" },
        { new FaultRule { OperationId = "createAgent", Times = null, Fault = new StatusFault { Status = 500 } }, "answered 500" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_fails_is_undone_and_said(FaultRule fault, string problem)
    {
        await using DeployWorld world = await DeployWorld.StartAsync(fault);

        DariResult result = (await world.DeployAsync("--json")).ShouldEndWith(1).ShouldBePlain();

        result.Error.ShouldContain(problem);
        result.Json["error"]!["message"]!.GetValue<string>().ShouldContain(problem);
        await world.ShouldHaveUndoneAsync(result);
        result.Error.ShouldNotContain("/uploads/");
        (result.Error + result.Output).ShouldNotContain(world.Emulator.DariApiKey);
        (await world.DeployAsync("--quiet")).ExitCode.ShouldBe(fault.Times is null ? 1 : 0);
    }

    public static TheoryData<FaultRule> Survived => new()
    {
        new FaultRule { Service = "storage", Fault = new DropRequestFault { AfterBytes = 100 } },
        new FaultRule { Service = "storage", Fault = new DropAnswerFault() },
        new FaultRule { Service = "storage", Fault = new StatusFault { Status = 503, RetryAfter = TimeSpan.FromMilliseconds(10) } },
        new FaultRule { OperationId = "createAgent", Fault = new DropAnswerFault() },
        new FaultRule { OperationId = "createAgent", Fault = new StatusFault { Status = 500, AfterWork = true } },
        new FaultRule { OperationId = "createAgent", Fault = new TruncateAnswerFault() },
    };

    [Theory]
    [MemberData(nameof(Survived))]
    public async Task What_was_done_although_its_answer_was_lost_counts(FaultRule fault)
    {
        await using DeployWorld world = await DeployWorld.StartAsync(fault);

        JsonObject result = (await world.DeployAsync("--json")).ShouldEndWith(0).Json;

        world.Emulator.Faults.Active.Single().Fired.ShouldBe(1);
        JsonObject agent = (await world.GetAsync("/v1/agents"))["agents"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        agent["id"]!.GetValue<string>().ShouldBe(result["agent_id"]!.GetValue<string>());
        agent["active_version_id"]!.GetValue<string>().ShouldBe(result["version_id"]!.GetValue<string>());
        (await world.GetAsync($"/v1/agents/{agent["id"]}/versions"))["versions"]!.AsArray().Count.ShouldBe(1);
        world.ShouldBeClean();
    }

    [Fact]
    public async Task A_snapshot_that_a_version_may_need_is_left_and_named()
    {
        await using DeployWorld world = await DeployWorld.StartAsync(new FaultRule { OperationId = "createAgent", Times = null, Fault = new ResetFault() });

        DariResult result = (await world.DeployAsync("--json", "--publish-wait", "0")).ShouldEndWith(1);

        result.Json["error"]!["code"]!.GetValue<string>().ShouldBe("unknown_outcome");
        string snapshot = result.Json["error"]!["source_snapshot"]!["id"]!.GetValue<string>();
        result.Error.ShouldContain($"The source snapshot {snapshot} was left");
        (await world.HasSnapshotAsync(snapshot)).ShouldBeTrue();
        world.ShouldBeClean();
    }

    [Fact]
    public async Task What_cannot_be_undone_is_named_and_undone_by_the_next_deploy()
    {
        await using DeployWorld world = await DeployWorld.StartAsync(
            new FaultRule { OperationId = "finalizeSourceSnapshot", Times = null, Fault = new StatusFault { Status = 500 } },
            new FaultRule { OperationId = "deleteSourceSnapshot", Times = null, Fault = new StatusFault { Status = 503 } });

        DariResult result = (await world.DeployAsync("--json")).ShouldEndWith(1);
        world.Emulator.Faults.Clear();
        DariResult next = (await world.DeployAsync()).ShouldEndWith(0);

        string snapshot = result.Json["error"]!["source_snapshot"]!["id"]!.GetValue<string>();
        result.Error.ShouldContain($"The source snapshot {snapshot} is left, because it cannot be removed");
        next.Error.ShouldContain($"warning: The last deploy was stopped; its source snapshot {snapshot} is removed.");
        (await world.HasSnapshotAsync(snapshot)).ShouldBeFalse();
        world.ShouldBeClean();
    }

    [Fact]
    public async Task A_key_that_is_not_good_is_said_with_what_to_do()
    {
        await using DeployWorld world = await DeployWorld.StartAsync();
        world.Surroundings.Variables["DARI_API_KEY"] = "dari_wrong";

        DariResult result = (await world.DeployAsync("--json")).ShouldEndWith(1);

        result.Json["error"]!["code"]!.GetValue<string>().ShouldBe("unauthorized");
        result.Error.ShouldContain("Check the key");
        result.Error.ShouldNotContain("dari_wrong");
    }
}
