using System.Text;
using Dari.Benchmarks.Calls;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.FrontEnd;
using Dari.Benchmarks.Json;
using Dari.Benchmarks.Streams;
using Dari.Benchmarks.Typing;
using Dari.Generator.Binding;
using Dari.Generator.Emit;
using Dari.Generator.Requests;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.Limits;

/// <summary>
/// What a change may not make grossly worse without saying so here: about a fifth above what it is today. Lower a limit
/// when the figure goes down; raise one only together with the reason, in the same commit.
/// </summary>
internal static class AllLimits
{
    private static readonly Lazy<string> Large = new(() => new WrittenDocument(1000, 2000, seed: 1).Json());

    private static readonly Lazy<Project> LargeProject = new(() => new Project([("large.json", Large.Value)]));

    public static IReadOnlyList<Limit> Of { get; } =
    [
        new("read, bind and emit 1,000 operations and 2,000 schemas", "bytes", 430_000_000, FrontEndBytes),
        new("generated lines of it", "lines", 455_000, () => LargeProject.Value.Lines),
        new("generated files of it", "files", 32, () => LargeProject.Value.Files.Count),
        new("keystroke beside it", "bytes", 18_000, () => TypingGroup.Keystroke(LargeProject.Value).Bytes),
        new("lean lines of the same", "lines", 370_000, LeanLines),
        new("100,000 server-sent events", "bytes", 14_000_000, () => Bytes(StreamGroup.Events())),
        .. Workload.All().Select(work => new Limit(work.What, "bytes", JsonMost(work.What), () => Bytes(work.Ours))),
        .. Call.All().Select(call => new Limit(call.What, "bytes", CallMost(call.What), () => Bytes(() => call.Ours().GetAwaiter().GetResult()))),
    ];

    private static long JsonMost(string what) => what switch
    {
        "read 100 orders" => 135_000,
        "read 100 repositories" => 1_150_000,
        "read 67 members in order" => 2_500,
        "read 67 members shuffled" => 2_500,
        _ => 200,
    };

    private static long CallMost(string what) => what switch
    {
        "GET, 200 with an order" => 4_700,
        "POST of an order, 201 with an order" => 5_400,
        _ => 6_400,
    };

    private static long LeanLines()
    {
        ClientRequest request = FrontEnds.Request("large.json", SourceText.From(Large.Value, Encoding.UTF8)) with { IsLean = true };
        return ClientEmitter.Emit(ClientBinder.Bind(request, default).Value!, default).Sum(file => (long)file.Text.AsSpan().Count('\n'));
    }

    private static long FrontEndBytes()
    {
        SourceText text = SourceText.From(Large.Value, Encoding.UTF8);
        return Bytes(() => FrontEnds.Ours("large.json", text));
    }

    /// <summary>Of the last of some runs, when all that is made once is made.</summary>
    private static long Bytes<T>(Func<T> work)
    {
        long bytes = 0;
        for (int i = 0; i < 20; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(work());
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return bytes;
    }
}
