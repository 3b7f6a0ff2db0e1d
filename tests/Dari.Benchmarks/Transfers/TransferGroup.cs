using System.Diagnostics;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;
using Dari.Sandboxes;

namespace Dari.Benchmarks.Transfers;

/// <summary>1 GiB in parts, four at once, to the emulator over loopback, and back.</summary>
internal sealed class TransferGroup : Group
{
    private const long Bytes = 1L << 30;
    private const long MaxMemory = 100;
    private const int Runs = 5;
    private const string Uploaded = "upload, with every digest and its completion";

    // Throughput of at least 0.9 is a time of at most 1 / 0.9.
    private const double Reach = 1 / 0.9;

    public override string Name => "transfer";

    public override string Title => "Transfer of 1 GiB to and from the emulator, whole processes, beside curl with the same server";

    public override IEnumerable<Row> Run()
    {
        if (ChildProcess.Run("sh", ["-c", "command -v curl"]).ExitCode != 0)
        {
            yield break;
        }

        string folder = Directory.CreateTempSubdirectory("dari-transfer-").FullName;
        try
        {
            string source = Path.Combine(folder, "source");
            Fill(source);
            using Server server = Server.Start();
            using var client = new SandboxClient(new ClientOptions { BaseUrl = server.Url, ApiKey = server.Key });
            string sandbox = client.Sandboxes.CreateAsync(new CreateSandboxRequest()).GetAwaiter().GetResult().Id;
            foreach (Row row in Upload(server, new CurlUpload(server, client, sandbox, source, folder), sandbox, source))
            {
                yield return row;
            }

            yield return Download(server, sandbox, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In a process of its own.</summary>
    public static async Task ChildAsync(string what, string url, string key, string sandbox, string path)
    {
        using var client = new SandboxClient(new ClientOptions { BaseUrl = new Uri(url), ApiKey = key });
        long clock = Stopwatch.GetTimestamp();
        if (what == "upload")
        {
            var target = new UploadTarget { TargetPath = "/workspace/ours", Conflict = UploadConflictPolicy.Replace };
            await client.Uploads.UploadFileAsync(sandbox, path, target);
        }
        else
        {
            await using FileDownload download = await client.Files.DownloadAsync(sandbox, "/workspace/ours");
            await using FileStream file = File.Create(path);
            await download.Content.CopyToAsync(file);
        }

        SelfReport.Say(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    private IEnumerable<Row> Upload(Server server, CurlUpload curl, string sandbox, string source)
    {
        var ours = new List<Usage>();
        var same = new List<Usage>();
        var bare = new List<Usage>();
        for (int i = 0; i < Runs; i++)
        {
            ours.Add(Child("upload", server, sandbox, source));
            same.Add(curl.SendAll());
            bare.Add(curl.SendParts());
        }

        yield return Row(Uploaded, "the same with openssl and curl: digests, parts, completion", ours, same);
        yield return Row(Uploaded, "curl sending the same parts: no digests, no completion", ours, bare);
    }

    private Row Download(Server server, string sandbox, string folder)
    {
        var ours = new List<Usage>();
        var theirs = new List<Usage>();
        for (int i = 0; i < Runs; i++)
        {
            ours.Add(Child("download", server, sandbox, Path.Combine(folder, "ours")));
            theirs.Add(ChildProcess.RunOrFail("curl",
            [
                "-sSf", "-H", "Authorization: Bearer " + server.Key, "-o", Path.Combine(folder, "theirs"),
                $"{server.Url}v1/sandboxes/{sandbox}/file?path=/workspace/ours",
            ]));
        }

        return Row("download to a file", "curl", ours, theirs);
    }

    private Usage Child(string what, Server server, string sandbox, string path) =>
        SelfReport.Run(1, Name, what, server.Url.ToString(), server.Key, sandbox, path).Usage;

    private static Row Row(string what, string beside, List<Usage> ours, List<Usage> theirs)
    {
        Usage our = ours.OrderBy(usage => usage.Wall).ElementAt(Runs / 2);
        Usage their = theirs.OrderBy(usage => usage.Wall).ElementAt(Runs / 2);
        return new Row
        {
            What = what,
            Beside = beside,
            Unit = "s",
            Ours = our.Wall,
            Other = their.Wall,
            Reach = Reach,
            Note = $"peak {ours.Max(usage => usage.PeakMegabytes):0} MB (≤ {MaxMemory}), CPU {our.Cpu:0.0} against {their.Cpu:0.0} s",
        };
    }

    private static void Fill(string path)
    {
        var random = new Random(1);
        byte[] block = new byte[1 << 20];
        using FileStream file = File.Create(path);
        for (long written = 0; written < Bytes; written += block.Length)
        {
            random.NextBytes(block);
            file.Write(block);
        }
    }
}
