using System.Text;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.FrontEnd;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;
using Dari.Generator.Binding;
using Dari.Generator.Emit;
using Dari.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.Compiling;

/// <summary>What generated code costs the compiler.</summary>
internal sealed class CompileGroup : Group
{
    public override string Name => "compile";

    public override string Title => "Compiling generated clients, beside their models alone with the System.Text.Json source generator";

    public override IEnumerable<Row> Run()
    {
        foreach ((string name, string path) in Inputs.Large().Take(3))
        {
            SourceText text = SourceText.From(File.ReadAllText(path), Encoding.UTF8);
            ClientModel model = ClientBinder.Bind(FrontEnds.Request(path, text), CancellationToken.None).Value!;
            GeneratedFile[] files = [.. ClientEmitter.Emit(model, CancellationToken.None)];
            (Usage ours, long ourBytes) = Compile("ours", files.Select(file => (file.HintName, file.Text)), false);
            (Usage other, long otherBytes) = Compile("plain", [("Plain.cs", PlainModels.Of(model))], true);
            foreach (Row row in Rows(name, ours, ourBytes, other, otherBytes))
            {
                yield return row;
            }

            yield return Lines(name, model, files);
        }
    }

    private static IEnumerable<Row> Rows(string name, Usage ours, long ourBytes, Usage other, long otherBytes)
    {
        const string Beside = "plain models, STJ generator";
        yield return new Row { What = name + ", csc", Beside = Beside, Unit = "CPU s", Ours = ours.Cpu, Other = other.Cpu, Reach = 0.4 };
        yield return new Row
        {
            What = name + ", csc peak",
            Beside = Beside,
            Unit = "MB",
            Ours = ours.PeakMegabytes,
            Other = other.PeakMegabytes,
            Reach = 0.5,
        };
        yield return new Row { What = name + ", dll", Beside = Beside, Unit = "MB", Ours = ourBytes / 1e6, Other = otherBytes / 1e6, Reach = 0.5 };
    }

    private static Row Lines(string name, ClientModel model, GeneratedFile[] files)
    {
        long lines = files.Sum(file => (long)file.Text.AsSpan().Count('\n'));
        int operations = model.Tags.Sum(tag => tag.Operations.Count);
        int properties = model.Types.OfType<ObjectModel>().Sum(type => type.Properties.Count);
        long modelLines = files.Where(file => file.HintName.Contains("/Models/", StringComparison.Ordinal)).Sum(file => (long)file.Text.AsSpan().Count('\n'));
        return new Row
        {
            What = name + ", generated",
            Beside = "",
            Unit = "lines",
            Ours = lines,
            Note = $"{files.Length} files, {(lines - modelLines) / (double)Math.Max(operations, 1):0.0} lines an operation ({operations}), "
                + $"{modelLines / (double)Math.Max(properties, 1):0.0} a property ({properties})",
        };
    }

    internal static (Usage Usage, long Bytes) Compile(string side, IEnumerable<(string Name, string Text)> files, bool withJsonGenerator)
    {
        string folder = Path.Combine(Path.GetTempPath(), "dari-benchmarks", "compile-" + side);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach ((string name, string text) in files)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return Compiler.Compile(folder, withJsonGenerator);
    }
}
