using Dari.Cli.Tests.Running;
using Dari.Emulator.Faults;

namespace Dari.Cli.Tests.Transfers;

/// <summary><c>dari sandbox download</c> against the emulator, which knows no ranges.</summary>
public sealed class DownloadTests
{
    [Fact]
    public async Task A_file_is_copied_to_a_name_or_into_a_folder()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        byte[] bytes = TransferWorld.Bytes(300_000);
        await world.WriteAsync("/workspace/a.bin", bytes);
        await world.WriteAsync("/workspace/empty", []);

        DariResult named = (await world.RunAsync("download", $"{world.Id}:/workspace/a.bin", "b.bin", "--json")).ShouldEndWith(0).ShouldBePlain();
        (await world.RunAsync("download", $"{world.Id}:/workspace/empty", ".")).ShouldEndWith(0);

        named.Json["bytes"]!.GetValue<int>().ShouldBe(bytes.Length);
        named.Json["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        File.ReadAllBytes(world.Surroundings.PathOf("b.bin")).ShouldBe(bytes);
        world.Files().ShouldBe(["b.bin", "empty"]);
    }

    [Fact]
    public async Task A_file_that_exists_is_replaced_only_when_asked()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        await world.WriteAsync("/workspace/a", [1]);
        world.Surroundings.Write("a", "mine");

        (await world.RunAsync("download", $"{world.Id}:/workspace/a", "a", "--json")).ShouldEndWith(7).Json["error"]!["code"]!.GetValue<string>().ShouldBe("target_conflict");
        File.ReadAllText(world.Surroundings.PathOf("a")).ShouldBe("mine");
        (await world.RunAsync("download", $"{world.Id}:/workspace/a", "a", "--force")).ShouldEndWith(0);
        File.ReadAllBytes(world.Surroundings.PathOf("a")).ShouldBe([1]);
    }

    [Fact]
    public async Task A_broken_connection_is_made_again()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        byte[] bytes = TransferWorld.Bytes(300_000);
        await world.WriteAsync("/workspace/a.bin", bytes);
        world.Emulator.Faults.Add(new FaultRule { OperationId = "downloadFile", Fault = new DropAnswerFault { AfterBytes = 200_000 } });
        world.Emulator.Faults.Add(new FaultRule { OperationId = "downloadFile", Nth = 2, Fault = new DropAnswerFault { AfterBytes = 100_000 } });

        (await world.RunAsync("download", $"{world.Id}:/workspace/a.bin", "a.bin")).ShouldEndWith(0);

        File.ReadAllBytes(world.Surroundings.PathOf("a.bin")).ShouldBe(bytes);
        world.Files().ShouldBe(["a.bin"]);
        world.Emulator.Faults.Active.ShouldAllBe(static fault => fault.Fired == 1);
    }

    [Fact]
    public async Task A_killed_download_never_shows_half_a_file_and_is_begun_again()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        byte[] bytes = TransferWorld.Bytes(300_000);
        await world.WriteAsync("/workspace/a.bin", bytes);
        world.Emulator.Faults.Add(new FaultRule { OperationId = "downloadFile", Fault = new DropAnswerFault { AfterBytes = 200_000 } });
        world.Emulator.Faults.Add(new FaultRule { OperationId = "downloadFile", Nth = 2, Fault = new DelayFault { Delay = TimeSpan.FromMinutes(10) } });
        using (DariProcess download = world.Start("download", $"{world.Id}:/workspace/a.bin", "a.bin"))
        {
            await download.UntilAsync(() => world.Emulator.Faults.Active[1].Fired == 1);
            download.Kill();
            await download.EndAsync();
        }

        world.Files().ShouldHaveSingleItem().ShouldStartWith(".a.bin.");
        (await world.RunAsync("download", $"{world.Id}:/workspace/a.bin", "a.bin", "--resume")).ShouldEndWith(0);

        File.ReadAllBytes(world.Surroundings.PathOf("a.bin")).ShouldBe(bytes);
        world.Files().ShouldBe(["a.bin"]);
    }

    [Theory]
    [InlineData("sb_unknown:/workspace/a", "b", 3, "")]
    [InlineData("ID:/workspace/none", "b", 3, "")]
    [InlineData("ID:/workspace/a", "none/b", 2, "There is no folder")]
    [InlineData("no-colon", "b", 2, "is not a path in a sandbox")]
    public async Task What_fails_has_the_exit_code_of_the_sandbox_s_own_command(string source, string target, int exitCode, string problem)
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        await world.WriteAsync("/workspace/a", [1]);

        DariResult result = await world.RunAsync("download", source.Replace("ID", world.Id), target);

        result.ShouldEndWith(exitCode).Error.ShouldContain(problem);
        world.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_key_and_too_many_requests_have_codes_of_their_own()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        world.Emulator.Faults.Add(new FaultRule { OperationId = "getFileInfo", Times = null, Fault = new StatusFault { Status = 429 } });

        DariResult limited = await world.RunAsync("download", $"{world.Id}:/workspace/a", "a", "--json");
        world.Emulator.Faults.Clear();
        world.Surroundings.Variables["NULLSPACE_API_KEY"] = "ns_live_wrong";
        DariResult refused = await world.RunAsync("download", $"{world.Id}:/workspace/a", "a", "--json");

        limited.ShouldEndWith(6).Json["error"]!["code"]!.GetValue<string>().ShouldBe("rate_limit_exceeded");
        refused.ShouldEndWith(4).Error.ShouldNotContain("ns_live_wrong");
    }
}
