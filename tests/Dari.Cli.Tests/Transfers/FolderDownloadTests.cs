using System.Formats.Tar;
using System.Runtime.Versioning;
using Dari.Cli.Tests.Running;
using Dari.Emulator.Faults;

namespace Dari.Cli.Tests.Transfers;

/// <summary><c>dari sandbox download</c> of a folder.</summary>
public sealed class FolderDownloadTests
{
    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_comes_out_as_it_went_in()
    {
        await using TransferWorld world = await StartAsync();
        string run = world.Surroundings.PathOf("tree/bin/run");
        File.SetUnixFileMode(run, File.GetUnixFileMode(run) | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(world.Surroundings.PathOf("tree/link"), "bin/run");
        (await world.RunAsync("upload", "tree", $"{world.Id}:/workspace/tree", "--conflict", "replace")).ShouldEndWith(0);

        DariResult result = (await world.RunAsync("download", $"{world.Id}:/workspace/tree", "copy", "--json")).ShouldEndWith(0).ShouldBePlain();

        result.Json["file_count"]!.GetValue<int>().ShouldBe(4);
        result.Json["bytes"]!.GetValue<int>().ShouldBe(300_000 + 3);
        File.ReadAllBytes(world.Surroundings.PathOf("copy/deep/er/big.bin")).ShouldBe(TransferWorld.Bytes(300_000));
        File.ReadAllText(world.Surroundings.PathOf("copy/empty")).ShouldBe("");
        File.ReadAllText(world.Surroundings.PathOf("copy/bin/run")).ShouldBe("run");
        File.GetUnixFileMode(world.Surroundings.PathOf("copy/bin/run")).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        new FileInfo(world.Surroundings.PathOf("copy/link")).LinkTarget.ShouldBe("bin/run");
        ShouldBeClean(world);
    }

    [Fact]
    public async Task Into_a_folder_that_exists_it_comes_under_its_name_and_replaces_only_when_asked()
    {
        await using TransferWorld world = await StartAsync();
        world.Surroundings.Write("here/tree/bin/run", "mine");
        world.Surroundings.Write("here/tree/other", "mine");

        DariResult refused = await world.RunAsync("download", $"{world.Id}:/workspace/tree", "here", "--json");
        string before = File.ReadAllText(world.Surroundings.PathOf("here/tree/bin/run"));
        (await world.RunAsync("download", $"{world.Id}:/workspace/tree", "here", "--force")).ShouldEndWith(0);

        refused.ShouldEndWith(7).Json["error"]!["code"]!.GetValue<string>().ShouldBe("target_conflict");
        before.ShouldBe("mine");
        File.ReadAllText(world.Surroundings.PathOf("here/tree/bin/run")).ShouldBe("run");
        File.ReadAllText(world.Surroundings.PathOf("here/tree/other")).ShouldBe("mine");
        ShouldBeClean(world);
    }

    [Fact]
    public async Task The_archive_is_kept_when_asked()
    {
        await using TransferWorld world = await StartAsync();

        (await world.RunAsync("download", $"{world.Id}:/workspace/tree", ".", "--archive")).ShouldEndWith(0);
        (await world.RunAsync("download", $"{world.Id}:/workspace/tree", "tree.tar", "--archive")).ShouldEndWith(7);
        (await world.RunAsync("download", $"{world.Id}:/workspace/tree", "tree.tar", "--archive", "--force")).ShouldEndWith(0);
        (await world.RunAsync("download", $"{world.Id}:/workspace/tree/empty", "x", "--archive")).ShouldEndWith(2).Error.ShouldContain("no folder");

        using FileStream file = File.OpenRead(world.Surroundings.PathOf("tree.tar"));
        using var tar = new TarReader(file);
        var names = new List<string>();
        while (tar.GetNextEntry() is { } entry)
        {
            names.Add(entry.Name.TrimEnd('/'));
        }

        names.ShouldBe(["bin", "bin/run", "deep", "deep/er", "deep/er/big.bin", "empty"]);
        ShouldBeClean(world);
    }

    [Fact]
    public async Task A_broken_connection_is_made_again_and_a_failure_leaves_nothing()
    {
        await using TransferWorld world = await StartAsync();
        world.Emulator.Faults.Add(new FaultRule { OperationId = "downloadFile", Nth = 2, Fault = new DropAnswerFault { AfterBytes = 100_000 } });
        (await world.RunAsync("download", $"{world.Id}:/workspace/tree", "copy")).ShouldEndWith(0);
        world.Emulator.Faults.Clear();
        world.Emulator.Faults.Add(new FaultRule { OperationId = "downloadFile", Nth = 2, Times = null, Fault = new StatusFault { Status = 404 } });

        (await world.RunAsync("download", $"{world.Id}:/workspace/tree", "none")).ShouldEndWith(2).Error.ShouldContain("404");

        File.ReadAllBytes(world.Surroundings.PathOf("copy/deep/er/big.bin")).ShouldBe(TransferWorld.Bytes(300_000));
        Directory.Exists(world.Surroundings.PathOf("none")).ShouldBeFalse();
        ShouldBeClean(world);
    }

    [Fact]
    public async Task What_a_killed_download_left_is_removed_by_the_next()
    {
        await using TransferWorld world = await StartAsync();
        string id = world.Emulator.Faults.Add(
            new FaultRule { OperationId = "downloadFile", Nth = 2, Times = null, Fault = new DelayFault { Delay = TimeSpan.FromMinutes(10) } });
        using (DariProcess download = world.Start("download", $"{world.Id}:/workspace/tree", "copy"))
        {
            await download.UntilAsync(() => world.Emulator.Faults.Active.Single().Fired == 1);
            download.Kill();
            await download.EndAsync();
        }

        Directory.Exists(world.Surroundings.PathOf("copy")).ShouldBeFalse();
        world.Emulator.Faults.Remove(id);
        (await world.RunAsync("download", $"{world.Id}:/workspace/tree", "copy")).ShouldEndWith(0);
        ShouldBeClean(world);
    }

    /// <summary>With a folder <c>tree</c> here and in the sandbox.</summary>
    private static async Task<TransferWorld> StartAsync()
    {
        TransferWorld world = await TransferWorld.StartAsync();
        world.Surroundings.Write("tree/bin/run", "run");
        world.Surroundings.Write("tree/empty", "");
        world.Surroundings.Write("tree/deep/er/big.bin", "");
        File.WriteAllBytes(world.Surroundings.PathOf("tree/deep/er/big.bin"), TransferWorld.Bytes(300_000));
        (await world.RunAsync("upload", "tree", $"{world.Id}:/workspace/tree")).ShouldEndWith(0);
        return world;
    }

    private static void ShouldBeClean(TransferWorld world)
    {
        Directory.EnumerateFileSystemEntries(world.Surroundings.Folder, "*.dari-part*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(world.Surroundings.Temporary).ShouldBeEmpty();
    }
}
