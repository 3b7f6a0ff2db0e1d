using System.Text;
using System.Text.Json;
using Dari.Benchmarks.Compiling;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.FrontEnd;
using Dari.Benchmarks.Json;
using Dari.Benchmarks.Json.Plain;
using Dari.Benchmarks.Report;
using Dari.Benchmarks.Starting;
using Dari.Generator.Binding;
using Dari.Generator.Emit;
using Dari.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Benchmarks.Size;

/// <summary>How much C# a document becomes, and how large a library that is.</summary>
internal sealed class SizeGroup : Group
{
    private const string Small = "shop.openapi.yaml";

    public override string Name => "size";

    public override string Title => "Size of what is generated, beside NSwag and Kiota";

    public override bool IsLong => true;

    public override IEnumerable<Row> Run()
    {
        (string Name, string Path)[] documents =
            [(Small, Path.Combine(AppContext.BaseDirectory, "Documents", Small)), .. Inputs.Large().Take(2)];
        using var server = new CannedServer(JsonSerializer.SerializeToUtf8Bytes(Samples.Order(1), PlainContext.Default.Order));
        double? program = OurProgram();
        foreach ((string name, string path) in documents)
        {
            ClientModel model = ClientBinder.Bind(
                FrontEnds.Request(path, SourceText.From(File.ReadAllText(path), Encoding.UTF8)), CancellationToken.None).Value!;
            (string Name, string Text)[] files = [.. ClientEmitter.Emit(model, CancellationToken.None).Select(file => (file.HintName, file.Text))];
            long lines = files.Sum(file => Lines(file.Text));
            long bytes = CompileGroup.Compile("size", files, withJsonGenerator: false).Bytes;
            int operations = model.Tags.Sum(tag => tag.Operations.Count);
            int properties = model.Types.OfType<ObjectModel>().Sum(type => type.Properties.Count);
            foreach (Rival rival in Rival.All)
            {
                yield return Beside(name, rival, path, lines, bytes, operations, properties);
                if (name == Small && program is { } ours)
                {
                    yield return Programs(rival, ours, server.Url);
                }
            }
        }
    }

    private static Row Beside(string name, Rival rival, string path, long lines, long bytes, int operations, int properties)
    {
        Rival.Output output = rival.Generate(path);
        string ours = $"ours {lines / (double)operations:0.0} an operation, {lines / (double)properties:0.0} a property, dll {bytes / 1024:N0} kB";
        return new Row
        {
            What = name + ", all lines",
            Beside = rival.Name,
            Unit = "lines",
            Ours = lines,
            Other = output.Lines,
            Reach = 1,
            Note = output.Lines is { } theirs
                ? $"{ours}; theirs {theirs / (double)operations:0.0} and {theirs / (double)properties:0.0}, {output.Library}"
                : $"{ours}; theirs: {output.Library}",
        };
    }

    private static Row Programs(Rival rival, double ours, string url)
    {
        RivalProgram theirs = rival.Publish(url);
        return new Row
        {
            What = Small + ", program with one call, ahead of time",
            Beside = rival.Name,
            Unit = "kB",
            Ours = ours,
            Other = theirs.Kilobytes,
            Note = theirs.Note,
        };
    }

    private static double? OurProgram()
    {
        string folder = Directory.CreateTempSubdirectory("dari-size-").FullName;
        try
        {
            return StartClient.Sources() is { } sources && StartClient.Publish(sources, folder, "Generated", "net9.0") is { } program
                ? StartClient.Kilobytes(program)
                : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static long Lines(string text) => text.AsSpan().Count('\n');
}
