using System.Net;
using System.Runtime.CompilerServices;
using Dari.Emulator.Faults;

namespace Dari.Emulator.Tests.Faults;

/// <summary>The sample of <c>docs/emulator.md</c> is this code.</summary>
public sealed class DocumentedSampleTests
{
    [Fact]
    public async Task It_does_what_the_page_says()
    {
        // sample
        await using DariEmulator emulator = await DariEmulator.StartAsync(new EmulatorOptions
        {
            Faults =
            [
                new FaultRule
                {
                    Service = "dari",
                    OperationId = "listAgents",
                    Times = 2,
                    Fault = new StatusFault { Status = 503, RetryAfter = TimeSpan.FromSeconds(1) },
                },
            ],
        });
        using var http = new HttpClient { BaseAddress = emulator.DariUrl };
        http.DefaultRequestHeaders.Authorization = new("Bearer", emulator.DariApiKey);

        using HttpResponseMessage first = await http.GetAsync("/v1/agents");
        emulator.Faults.Clear();
        using HttpResponseMessage second = await http.GetAsync("/v1/agents");
        Console.WriteLine($"{first.StatusCode}, {second.StatusCode}");
        // end

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK));
    }

    [Fact]
    public void It_is_the_page_s() => ReadPage().ShouldContain("```csharp\n" + ReadSample() + "```");

    [Fact]
    public void Every_kind_of_fault_is_on_the_page()
    {
        string page = ReadPage();
        string[] missing = [.. typeof(Fault).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Fault)))
            .Select(static type => $"`{type.Name}`")
            .Where(name => !page.Contains(name))];
        missing.ShouldBeEmpty();
    }

    private static string ReadSample([CallerFilePath] string file = "")
    {
        IEnumerable<string> lines = File.ReadLines(file)
            .SkipWhile(static line => line.Trim() != "// sample").Skip(1)
            .TakeWhile(static line => line.Trim() != "// end")
            .Select(static line => line.Length > 8 ? line[8..] : line.Trim());
        return string.Concat(lines.Select(static line => line + "\n"));
    }

    private static string ReadPage([CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/emulator.md")).ReplaceLineEndings("\n");
}
