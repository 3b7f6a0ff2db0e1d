using System.Text.Json;
using Dari.Benchmarks.Json;
using Dari.Benchmarks.Json.Plain;
using Dari.Benchmarks.Report;

namespace Dari.Benchmarks.Starting;

/// <summary>A program that makes one call: how large it is, and how soon after its start the answer has come.</summary>
internal sealed class StartGroup : Group
{
    private const int Runs = 31;
    private const double Reach = 1.05;
    private const string AheadOfTime = "ahead of time";

    public override string Name => "start";

    public override string Title => "A program with one call, beside HttpClient by hand with source-generated JSON: size, and start to first answer";

    public override IEnumerable<Row> Run()
    {
        if (StartClient.Sources() is not { } sources)
        {
            yield break;
        }

        string folder = Directory.CreateTempSubdirectory("dari-start-").FullName;
        using var server = new CannedServer(JsonSerializer.SerializeToUtf8Bytes(Samples.Order(1), PlainContext.Default.Order));
        try
        {
            foreach ((string framework, string how, bool ready) in new[]
            {
                ("net9.0", AheadOfTime, false), ("net10.0", "normal runtime", false), ("net10.0", "normal runtime, PublishReadyToRun", true),
            })
            {
                if (StartClient.Publish(sources, folder, "Generated", framework, ready) is not { } ours
                    || StartClient.Publish(sources, folder, "HandWritten", framework, ready) is not { } theirs)
                {
                    continue;
                }

                if (!ready)
                {
                    yield return Size(how, ours, theirs);
                }

                foreach (Row row in Start(how, server, ours, theirs))
                {
                    yield return row;
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Row Size(string how, string ours, string theirs) => new()
    {
        What = $"size, {how} ({(how == AheadOfTime ? "one file" : "all of our assemblies")})",
        Beside = "by hand",
        Unit = "kB",
        Ours = StartClient.Kilobytes(ours),
        Other = StartClient.Kilobytes(theirs),
        Reach = how == AheadOfTime ? Reach : null,
    };

    // To the printed line is what a user waits for. What comes before the request alone says where the time goes: by hand,
    // most of the work is done when the answer is read.
    private static Row[] Start(string how, CannedServer server, string ours, string theirs)
    {
        var our = new List<StartTimes>();
        var their = new List<StartTimes>();
        for (int i = 0; i < Runs; i++)
        {
            our.Add(StartTimes.Measure(Path.Combine(ours, "client"), server));
            their.Add(StartTimes.Measure(Path.Combine(theirs, "client"), server));
        }

        Row printed = Times($"start to first answer, {how}", our, their, static one => one.Printed) with { Reach = Reach };
        return [printed, Times($"of it to the request's being answered, {how}", our, their, static one => one.Answered)];
    }

    private static Row Times(string what, List<StartTimes> ours, List<StartTimes> theirs, Func<StartTimes, double> time) => new()
    {
        What = what,
        Beside = "by hand",
        Unit = "ms",
        Ours = Median(ours.Select(time)),
        Other = Median(theirs.Select(time)),
    };

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);
}
