using System.Text.Json;
using Dari.Corpus;
using Dari.Corpus.Mutations;

if (Arguments.Parse(args) is not { } arguments || !Directory.Exists(arguments.Folder))
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

using MutantFolder? mutants = arguments.Mutants > 0 ? new MutantFolder(arguments) : null;
IReadOnlyList<string> documents = mutants?.Documents ?? arguments.Documents();
if (documents.Count == 0)
{
    Console.Error.WriteLine("No document in " + arguments.Folder);
    return 2;
}

if (arguments.IsTogether)
{
    return TogetherCheck.Run(documents, Console.Out) ? 0 : 1;
}

var rows = new DocumentRow[documents.Count];
int printed = 0;
Console.WriteLine(DocumentRow.Header);

// The big ones first, or the last one would run alone while the other processors wait.
int[] order = [.. Enumerable.Range(0, documents.Count).OrderByDescending(i => new FileInfo(documents[i]).Length)];
Parallel.ForEach(
    System.Collections.Concurrent.Partitioner.Create(order, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
    new ParallelOptions { MaxDegreeOfParallelism = arguments.Jobs },
    index =>
    {
        DocumentRow row = DocumentCheck.Run(documents[index], arguments);
        lock (rows)
        {
            rows[index] = row;
            while (printed < rows.Length && rows[printed] is { } next)
            {
                next.Print(Console.Out);
                printed++;
            }
        }
    });

if (arguments.Json is { } file)
{
    File.WriteAllText(file, JsonSerializer.Serialize(rows, new JsonSerializerOptions { WriteIndented = true }));
}

var total = new Total(rows);
Console.WriteLine(total);
return total.IsClean ? 0 : 1;
