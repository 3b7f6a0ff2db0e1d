using System.Globalization;
using System.Text;
using Dari.Benchmarks.Compiling;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.FrontEnd;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;
using Dari.Benchmarks.Typing;
using Dari.Generator.Binding;
using Dari.Generator.Emit;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.Growth;

/// <summary>Documents of 100 to 10,000 operations and schemas: each stage must cost in proportion.</summary>
internal sealed class GrowthGroup : Group
{
    private const double Linear = 1.1;

    private static readonly int[] Sizes = [100, 300, 1000, 3000, 10_000];

    // Beyond it the compiler takes more memory than a small machine has.
    private const int LargestCompiled = 3000;

    public override string Name => "growth";

    public override string Title => "How cost grows: documents of 100 to 10,000 operations and as many schemas";

    public override bool IsLong => true;

    public override IEnumerable<Row> Run()
    {
        var bind = new List<(double, double)>();
        var emit = new List<(double, double)>();
        var memory = new List<(double, double)>();
        var typing = new List<(double, double)>();
        var compile = new List<(double, double)>();
        var compilePeak = new List<(double, double)>();
        foreach (int size in Sizes)
        {
            string text = new WrittenDocument(size, size, seed: 1).Json();
            ClientRequest request = FrontEnds.Request("written.json", SourceText.From(text, Encoding.UTF8));
            ClientModel model = ClientBinder.Bind(request, CancellationToken.None).Value!;
            (Timing bound, Timing emitted) = Timing.Pair(
                () => ClientBinder.Bind(request, CancellationToken.None),
                () => ClientEmitter.Emit(model, CancellationToken.None).Sum(file => file.Text.Length));
            bind.Add((size, bound.Milliseconds));
            emit.Add((size, emitted.Milliseconds));
            memory.Add((size, bound.Bytes + emitted.Bytes));
            typing.Add((size, TypingGroup.Keystroke(new Project([("written.json", text)])).Microseconds));
            if (size <= LargestCompiled)
            {
                IEnumerable<(string, string)> files = ClientEmitter.Emit(model, CancellationToken.None).Select(file => (file.HintName, file.Text));
                (Usage usage, _) = CompileGroup.Compile("growth", files, withJsonGenerator: false);
                compile.Add((size, usage.Cpu));
                compilePeak.Add((size, usage.PeakMegabytes));
            }
        }

        yield return Exponent("read and bind", bind, "ms");
        yield return Exponent("emit", emit, "ms");
        yield return Exponent("bytes allocated", memory, "bytes");
        yield return Exponent("keystroke", typing, "µs");
        yield return Exponent("compile", compile, "CPU s");
        yield return Exponent("peak of the compiler", compilePeak, "MB");
        foreach (Row row in OddDocuments.Rows())
        {
            yield return row;
        }
    }

    private static Row Exponent(string what, List<(double Size, double Cost)> points, string unit) => new()
    {
        What = what,
        Beside = "linear growth",
        Unit = "exponent",
        Ours = Line.Exponent(points),
        ReachFigure = Linear,
        Note = string.Join(", ", points.Select(point =>
            string.Create(CultureInfo.InvariantCulture, $"{point.Size:0}: {point.Cost:0.#} {unit}"))),
    };
}
