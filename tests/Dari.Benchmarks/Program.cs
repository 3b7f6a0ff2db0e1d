using Dari.Benchmarks;
using Dari.Benchmarks.Documents;
using Dari.Benchmarks.Limits;
using Dari.Benchmarks.Processes;
using Dari.Benchmarks.Report;

if (args is [SelfReport.Option, .. var work])
{
    return Children.Run(work);
}

if (args is [LimitCheck.Name])
{
    return LimitCheck.Run(Console.Out) == 0 ? 0 : 1;
}

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

Inputs.Folder = arguments.Documents;
DateTimeOffset when = DateTimeOffset.UtcNow;
Console.WriteLine($"{when:yyyy-MM-dd HH:mm} UTC, {Machine.Describe()}");
var tables = new Dictionary<string, IReadOnlyList<Row>>();
foreach (Group group in arguments.Groups)
{
    Row[] rows = [.. group.Run()];
    tables.Add(group.Name, rows);
    Table.Print(Console.Out, group.Title, rows);
}

ReportFile.Write(arguments.Json, when, tables);
Console.WriteLine();
Console.WriteLine("Written as JSON to " + arguments.Json);
return 0;
