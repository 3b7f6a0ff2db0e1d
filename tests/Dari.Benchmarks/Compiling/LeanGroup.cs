using System.Text;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.FrontEnd;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;
using Dari.Generator.Binding;
using Dari.Generator.Emit;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.Compiling;

/// <summary>What asking for less saves: one group of operations, and the JSON code of one direction.</summary>
internal sealed class LeanGroup : Group
{
    public override string Name => "lean";

    public override string Title => "Lean clients, and the largest group of operations alone, beside the whole client";

    public override bool IsLong => true;

    public override IEnumerable<Row> Run()
    {
        foreach ((string name, string path) in Inputs.Large().Take(2))
        {
            ClientRequest all = FrontEnds.Request(path, SourceText.From(File.ReadAllText(path), Encoding.UTF8));
            ClientRequest group = all with { Paths = LargestGroup(all) };
            Size whole = Size.Of(all);
            foreach ((string what, ClientRequest request) in new[]
            {
                ("lean", all with { IsLean = true }), ("one group", group), ("one group, lean", group with { IsLean = true }),
            })
            {
                Size size = Size.Of(request);
                yield return Row($"{name}, {what}", "lines", size.Lines, whole.Lines);
                yield return Row($"{name}, {what}", "dll, MB", size.Bytes / 1e6, whole.Bytes / 1e6);
                yield return Row($"{name}, {what}", "CPU s of csc", size.Cpu, whole.Cpu);
            }
        }
    }

    private static Row Row(string what, string unit, double ours, double other) => new()
    {
        What = what,
        Beside = "the whole client",
        Unit = unit,
        Ours = ours,
        Other = other,
    };

    private static EquatableArray<string> LargestGroup(ClientRequest request) => ClientBinder.Bind(request, CancellationToken.None).Value!.Tags
        .MaxBy(tag => tag.Operations.Count)!.Operations
        .Select(operation => operation.Template)
        .Distinct()
        .ToEquatableArray();

    private sealed record Size(long Lines, long Bytes, double Cpu)
    {
        public static Size Of(ClientRequest request)
        {
            ClientModel model = ClientBinder.Bind(request, CancellationToken.None).Value!;
            GeneratedFile[] files = [.. ClientEmitter.Emit(model, CancellationToken.None)];
            (Usage usage, long bytes) = CompileGroup.Compile("lean", files.Select(file => (file.HintName, file.Text)), false);
            return new Size(files.Sum(file => (long)file.Text.AsSpan().Count('\n')), bytes, usage.Cpu);
        }
    }
}
