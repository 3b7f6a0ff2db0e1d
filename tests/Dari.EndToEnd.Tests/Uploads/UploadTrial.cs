using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using Dari.Emulator;
using Dari.Sandboxes;

namespace Dari.EndToEnd.Tests.Uploads;

/// <summary>One upload, done by as many processes as it takes.</summary>
internal sealed class UploadTrial : IDisposable
{
    private const string TargetPath = "/workspace/arrived";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string Program = typeof(UploadTrial).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "Uploader").Value!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dari-kills-");
    private readonly DariEmulator _emulator;
    private readonly SandboxClient _client;
    private readonly string _sandbox;
    private readonly string _kind;

    private UploadTrial(DariEmulator emulator, SandboxClient client, string sandbox, string kind)
    {
        _emulator = emulator;
        _client = client;
        _sandbox = sandbox;
        _kind = kind;
        Directory.CreateDirectory(At("tickets"));
    }

    public static async Task<UploadTrial> CreateAsync(DariEmulator emulator, SandboxClient client, string kind, int seed)
    {
        CreatedSandbox sandbox = await client.Sandboxes.CreateAsync(new CreateSandboxRequest());
        var trial = new UploadTrial(emulator, client, sandbox.Id, kind);
        var random = new Random(seed);
        if (kind == "directory")
        {
            for (int i = 0; i < 30; i++)
            {
                await trial.WriteAsync($"source/folder{i % 4}/file{i}", random, random.Next(60_000));
            }
        }
        else
        {
            await trial.WriteAsync("source", random, random.Next(300_000, 1_200_000));
        }

        return trial;
    }

    /// <summary>Lets a process go on with the upload; false when it was killed before all was done.</summary>
    public async Task<bool> RunAsync(string die, TimeSpan? limit)
    {
        string[] arguments =
        [
            Program, $"--url={_emulator.SandboxUrl}", $"--key={_emulator.SandboxApiKey}", $"--sandbox={_sandbox}", $"--kind={_kind}",
            $"--source={At("source")}", $"--target={TargetPath}", $"--ticket={At("tickets/ticket")}", $"--log={At("log")}", $"--die={die}",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var end = new CancellationTokenSource(limit ?? Longest);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            Assert.True(limit is not null, "The program hangs.");
        }

        // 137: killed by SIGKILL; -1 on Windows.
        bool isKilled = process.ExitCode is 137 or -1;
        Assert.True(isKilled || process.ExitCode == 0, $"{die} ended with {process.ExitCode}: {await errors}");
        return !isKilled || IsOver();
    }

    // By chance a process dies between the last thing that it does, deleting its ticket, and its end.
    private bool IsOver() => !File.Exists(At("tickets/ticket"))
        && File.Exists(At("log"))
        && File.ReadLines(At("log")).Any(static line => line.Split(' ')[0].EndsWith("/complete", StringComparison.Ordinal));

    /// <summary>The target is whole, and nothing else is anywhere.</summary>
    public async Task CheckAsync()
    {
        if (_kind == "directory")
        {
            await CheckFolderAsync();
        }
        else
        {
            Assert.Equal(Digest(At("source")), await DigestAsync(TargetPath));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(At("tickets")));
        Assert.Empty(Directory.EnumerateFiles(_emulator.DataFolder, "content", SearchOption.AllDirectories));
        string[][] sent = [.. (await File.ReadAllLinesAsync(At("log"))).Distinct().Select(static line => line.Split(' '))];

        // One announcement and one completion, each under one key with one body, however often they were sent.
        Assert.Equal(2, sent.Length);
        Assert.Equal(2, sent.Select(static one => one[1]).Distinct().Count());
        await _client.Sandboxes.DestroyAsync(_sandbox);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task CheckFolderAsync()
    {
        string[] files = [.. Directory.EnumerateFiles(At("source"), "*", SearchOption.AllDirectories)];
        int arrived = 0;
        foreach (string folder in Directory.EnumerateDirectories(At("source")).Select(Path.GetFileName)!)
        {
            arrived += (await _client.Files.ListAsync(_sandbox, new ListFilesQuery { Path = $"{TargetPath}/{folder}" })).Count;
        }

        Assert.Equal(files.Length, arrived);
        foreach (string file in files)
        {
            string name = Path.GetRelativePath(At("source"), file).Replace('\\', '/');
            Assert.Equal(Digest(file), await DigestAsync($"{TargetPath}/{name}"));
        }
    }

    private async Task<string> DigestAsync(string path)
    {
        await using FileDownload download = await _client.Files.DownloadAsync(_sandbox, path);
        return Convert.ToHexString(await SHA256.HashDataAsync(download.Content));
    }

    private static string Digest(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));

    private async Task WriteAsync(string name, Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        await File.WriteAllBytesAsync(At(name), bytes);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
