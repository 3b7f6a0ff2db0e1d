using System.Text;
using Dari.Cli.Tests.Running;
using Dari.Emulator.Faults;

namespace Dari.Cli.Tests.Transfers;

/// <summary><c>dari sandbox upload</c>.</summary>
public sealed class UploadTests
{
    [Fact]
    public async Task A_file_and_a_folder_are_copied()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        byte[] bytes = TransferWorld.Bytes(300_000);
        File.WriteAllBytes(world.Surroundings.PathOf("a.bin"), bytes);
        world.Surroundings.Write("folder/x/y.txt", "y");
        world.Surroundings.Write("folder/z.log", "z");
        world.Surroundings.Write("folder/.nullspaceignore", "*.log\n");

        DariResult file = (await world.RunAsync("upload", "a.bin", $"{world.Id}:/workspace/", "--json")).ShouldEndWith(0).ShouldBePlain();
        DariResult folder = (await world.RunAsync("upload", "folder", $"{world.Id}:/workspace/tree", "--exclude", "!z.log", "--json")).ShouldEndWith(0);

        file.Json["target_path"]!.GetValue<string>().ShouldBe("/workspace/a.bin");
        (await world.ReadAsync("/workspace/a.bin")).ShouldBe(bytes);
        folder.Json["file_count"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(2);
        Encoding.UTF8.GetString(await world.ReadAsync("/workspace/tree/x/y.txt")).ShouldBe("y");
        Encoding.UTF8.GetString(await world.ReadAsync("/workspace/tree/z.log")).ShouldBe("z");
        Tickets(world).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_there_is_replaced_only_when_asked()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        await world.WriteAsync("/workspace/a", [1]);
        world.Surroundings.Write("a", "mine");

        DariResult refused = await world.RunAsync("upload", "a", $"{world.Id}:/workspace/a", "--json");
        (await world.RunAsync("upload", "a", $"{world.Id}:/workspace/a", "--conflict", "replace")).ShouldEndWith(0);

        refused.ShouldEndWith(7).Json["error"]!["code"]!.GetValue<string>().ShouldBe("upload_conflict");
        Encoding.UTF8.GetString(await world.ReadAsync("/workspace/a")).ShouldBe("mine");
    }

    [Fact]
    public async Task Broken_parts_are_sent_again()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        byte[] bytes = TransferWorld.Bytes(300_000);
        File.WriteAllBytes(world.Surroundings.PathOf("a.bin"), bytes);
        world.Emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Nth = 2, Fault = new DropRequestFault { AfterBytes = 1000 } });
        world.Emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Nth = 4, Fault = new CorruptRequestFault { AtByte = 7 } });
        world.Emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Nth = 5, Fault = new DropAnswerFault() });

        (await world.RunAsync("upload", "a.bin", $"{world.Id}:/workspace/a.bin")).ShouldEndWith(0);

        (await world.ReadAsync("/workspace/a.bin")).ShouldBe(bytes);
        world.Emulator.Faults.Active.ShouldAllBe(static fault => fault.Fired == 1);
    }

    [Fact]
    public async Task A_killed_upload_goes_on_with_what_is_there()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        byte[] bytes = TransferWorld.Bytes(300_000);
        File.WriteAllBytes(world.Surroundings.PathOf("a.bin"), bytes);
        string id = world.Emulator.Faults.Add(new FaultRule
        {
            OperationId = "sendUploadPart",
            Nth = 4,
            Times = null,
            Fault = new DelayFault { Delay = TimeSpan.FromMinutes(10) },
        });
        using (DariProcess upload = world.Start("upload", "a.bin", $"{world.Id}:/workspace/a.bin", "--concurrency", "1"))
        {
            await upload.UntilAsync(() => world.Emulator.Faults.Active.Single().Fired == 1);
            upload.Kill();
            await upload.EndAsync();
        }

        // And the lock of the process that is gone.
        Tickets(world).Where(static path => !path.EndsWith(".lock", StringComparison.Ordinal)).ShouldHaveSingleItem();
        world.Emulator.Faults.Remove(id);
        int before = Parts(world);
        (await world.RunAsync("upload", "a.bin", $"{world.Id}:/workspace/a.bin", "--resume")).ShouldEndWith(0);

        (await world.ReadAsync("/workspace/a.bin")).ShouldBe(bytes);
        (Parts(world) - before).ShouldBe(2, "three of five parts were there");
        Tickets(world).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(world.Surroundings.Temporary).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_upload_runs_once_at_a_time()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        byte[] bytes = TransferWorld.Bytes(300_000);
        File.WriteAllBytes(world.Surroundings.PathOf("a.bin"), bytes);
        string id = world.Emulator.Faults.Add(new FaultRule
        {
            OperationId = "sendUploadPart",
            Nth = 2,
            Fault = new DelayFault { Delay = TimeSpan.FromSeconds(15) },
        });
        using DariProcess first = world.Start("upload", "a.bin", $"{world.Id}:/workspace/a.bin");
        await first.UntilAsync(() => world.Emulator.Faults.Active.Single().Fired == 1);

        string[] again = ["upload", "a.bin", $"{world.Id}:/workspace/a.bin", "--json"];
        foreach (string[] second in new[] { again, [.. again, "--resume"] })
        {
            DariResult refused = (await world.RunAsync(second)).ShouldEndWith(7);
            refused.Json["error"]!["message"]!.GetValue<string>().ShouldContain("another process");
        }

        (await first.EndAsync()).ShouldEndWith(0);
        (await world.ReadAsync("/workspace/a.bin")).ShouldBe(bytes);
        Tickets(world).ShouldBeEmpty();
    }

    [UnixFact]
    public async Task Ctrl_C_says_how_to_go_on()
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        File.WriteAllBytes(world.Surroundings.PathOf("a.bin"), TransferWorld.Bytes(300_000));
        world.Emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Nth = 3, Fault = new DelayFault { Delay = TimeSpan.FromMinutes(10) } });
        using DariProcess upload = world.Start("upload", "a.bin", $"{world.Id}:/workspace/a.bin", "--json");
        await upload.UntilAsync(() => world.Emulator.Faults.Active.Single().Fired == 1);

        upload.Interrupt();
        DariResult result = (await upload.EndAsync()).ShouldEndWith(130);

        result.Json["error"]!["hint"]!.GetValue<string>().ShouldContain("--resume");
        Tickets(world).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("none", "ID:/workspace/a", 2, "There is no file or folder")]
    [InlineData("a", "sb_unknown:/workspace/a", 3, "")]
    [InlineData("a", "/workspace/a", 2, "is not a path in a sandbox")]
    public async Task What_fails_has_the_exit_code_of_the_sandbox_s_own_command(string source, string target, int exitCode, string problem)
    {
        await using TransferWorld world = await TransferWorld.StartAsync();
        world.Surroundings.Write("a", "a");

        (await world.RunAsync("upload", source, target.Replace("ID", world.Id))).ShouldEndWith(exitCode).Error.ShouldContain(problem);
    }

    private static int Parts(TransferWorld world) => world.Emulator.Calls.Count(static call => call is { OperationId: "sendUploadPart", Status: 200 });

    private static string[] Tickets(TransferWorld world)
    {
        string folder = Path.Combine(world.Surroundings.Config, "uploads");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }
}
