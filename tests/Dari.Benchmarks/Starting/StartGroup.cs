using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Dari.Benchmarks.Json;
using Dari.Benchmarks.Json.Plain;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;

namespace Dari.Benchmarks.Starting;

/// <summary>A program that makes one call: how large it is, and how soon after its start the answer has come.</summary>
internal sealed class StartGroup : Group
{
    private const int Runs = 15;
    private const double Reach = 1.05;

    public override string Name => "start";

    public override string Title => "A program with one call, beside HttpClient by hand with source-generated JSON: size, and start to first answer";

    public override IEnumerable<Row> Run()
    {
        if (Folder() is not { } sources)
        {
            yield break;
        }

        string folder = Directory.CreateTempSubdirectory("dari-start-").FullName;
        using var server = new CannedServer(JsonSerializer.SerializeToUtf8Bytes(Samples.Order(1), PlainContext.Default.Order));
        try
        {
            foreach ((string framework, string how) in new[] { ("net9.0", "ahead of time"), ("net10.0", "normal runtime") })
            {
                if (Publish(sources, folder, "Generated", framework) is not { } ours
                    || Publish(sources, folder, "HandWritten", framework) is not { } theirs)
                {
                    continue;
                }

                yield return Size(how, ours, theirs);
                yield return Start(how, server, ours, theirs);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Row Size(string how, string ours, string theirs) => new()
    {
        What = $"size, {how} ({(how == "ahead of time" ? "one file" : "all of our assemblies")})",
        Beside = "by hand",
        Unit = "kB",
        Ours = Kilobytes(ours),
        Other = Kilobytes(theirs),
        Reach = how == "ahead of time" ? Reach : null,
    };

    private static Row Start(string how, CannedServer server, string ours, string theirs)
    {
        var our = new List<double>();
        var their = new List<double>();
        for (int i = 0; i < Runs; i++)
        {
            our.Add(Once(server, ours));
            their.Add(Once(server, theirs));
        }

        return new Row
        {
            What = $"start to first answer, {how}",
            Beside = "by hand",
            Unit = "ms",
            Ours = Median(our),
            Other = Median(their),
            Reach = Reach,
        };
    }

    private static double Once(CannedServer server, string program)
    {
        long start = Stopwatch.GetTimestamp();
        ChildProcess.RunOrFail(Path.Combine(program, "client"), [server.Url]);
        return Stopwatch.GetElapsedTime(start, server.LastAnswer).TotalMilliseconds;
    }

    /// <returns>Where the program is; null where it cannot be made, for lack of a linker.</returns>
    private static string? Publish(string sources, string folder, string project, string framework)
    {
        string output = Path.Combine(folder, project, framework);
        Usage usage = ChildProcess.Run(
            "dotnet",
            [
                "publish", Path.Combine(sources, project), "--configuration", "Release", "--framework", framework,
                "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", framework == "net9.0" ? "true" : "false",
                "--output", output, "--nologo", "--verbosity", "quiet", "--artifacts-path", Path.Combine(folder, "artifacts"),
            ]);
        if (usage.ExitCode == 0)
        {
            return output;
        }

        Console.Error.WriteLine($"{project} cannot be published for {framework}:\n{usage.Output}");
        return null;
    }

    private static double Kilobytes(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Path.GetExtension(file) is not (".pdb" or ".dbg" or ".xml" or ".json"))
        .Sum(file => new FileInfo(file).Length) / 1000.0;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // From the sources, as the benchmarks are run.
    private static string? Folder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "tests", "Dari.StartClients");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
