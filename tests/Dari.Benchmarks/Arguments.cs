using Dari.Benchmarks.Archives;
using Dari.Benchmarks.Calls;
using Dari.Benchmarks.Compiling;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.FrontEnd;
using Dari.Benchmarks.Growth;
using Dari.Benchmarks.Json;
using Dari.Benchmarks.Limits;
using Dari.Benchmarks.Size;
using Dari.Benchmarks.Starting;
using Dari.Benchmarks.Streams;
using Dari.Benchmarks.Transfers;
using Dari.Benchmarks.Typing;

namespace Dari.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record Arguments(IReadOnlyList<Group> Groups, string? Documents, string Json)
{
    private static readonly Group[] All =
    [
        new FrontEndGroup(), new TypingGroup(), new EditGroup(), new CompileGroup(), new SizeGroup(), new LeanGroup(), new JsonGroup(), new CallGroup(),
        new StreamGroup(), new StartGroup(), new TransferGroup(), new ArchiveGroup(), new GrowthGroup(),
    ];

    public static string Usage => $"""
        Usage: dotnet run -c Release --project tests/Dari.Benchmarks -- [GROUP ...] [--documents FOLDER] [--json FILE]
               dotnet run -c Release --project tests/Dari.Benchmarks -- {LimitCheck.Name}
        Groups: {string.Join(", ", All.Select(group => group.Name))}; without one, those that take less than
        ten minutes together: all but {string.Join(", ", All.Where(group => group.IsLong).Select(group => group.Name))}.
        {LimitCheck.Name}: only what does not depend on the clock; exit code 1 when something became grossly worse.
        FOLDER holds large real documents (../shared/corpus/dev when it is there); else one is written from a seed.
        """;

    public static Arguments? Parse(string[] args)
    {
        var groups = new List<Group>();
        string? documents = Inputs.Nearby();
        string json = Path.Combine("artifacts", "benchmarks.json");
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--documents" when i + 1 < args.Length && Directory.Exists(args[i + 1]):
                    documents = args[++i];
                    break;
                case "--json" when i + 1 < args.Length:
                    json = args[++i];
                    break;
                case var name when All.FirstOrDefault(group => group.Name == name) is { } group:
                    groups.Add(group);
                    break;
                default:
                    return null;
            }
        }

        if (Path.GetDirectoryName(Path.GetFullPath(json)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return new Arguments(groups.Count > 0 ? groups : [.. All.Where(group => !group.IsLong)], documents, json);
    }
}
