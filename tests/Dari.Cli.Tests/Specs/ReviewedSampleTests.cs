using System.Reflection;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests.Specs;

/// <summary><c>samples/ReviewedClient</c>, as it stands and as its README tells how it goes on.</summary>
public sealed class ReviewedSampleTests : IDisposable
{
    private static readonly string Sample = Path.Combine(ReviewedFolder.RepositoryRoot, "samples", "ReviewedClient");

    private readonly Surroundings _surroundings = new();

    public void Dispose() => _surroundings.Dispose();

    [Fact]
    public async Task It_runs_and_nothing_is_pending()
    {
        string program = typeof(ReviewedSampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "ReviewedSample").Value!;

        if (Environment.GetEnvironmentVariable("DARI_ACCEPT") == "1")
        {
            (await DariProcess.RunAsync(_surroundings, "spec", "review", Sample, "--approve")).ShouldEndWith(0);
        }

        DariResult run = await DariProcess.RunProgramAsync(_surroundings, "dotnet", program);
        DariResult review = await DariProcess.RunAsync(_surroundings, "spec", "review", Sample);

        run.ShouldEndWith(0).Output.ShouldStartWith("3 orders, 49.75 in all\n");
        review.ShouldEndWith(0).Output.ShouldEndWith("Nothing is pending.\n");
    }

    [UnixFact]
    public async Task Its_pending_update_goes_from_changed_to_approved()
    {
        Copy();

        (await SpecAsync("update", "shop.yaml", "--from", "incoming/shop.yaml")).ShouldEndWith(1).Output.ShouldContain("stays as it is");
        (await SpecAsync("update", "shop.yaml", "--from", "incoming/shop.yaml", "--yes")).ShouldEndWith(0);

        DariResult review = await SpecAsync("review", "--html", "report.html");
        review.ShouldEndWith(1).Output.ShouldContain("  Invoices.cs:8:");
        review.Output.ShouldContain("  Invoices.cs:15:");
        review.Output.Split('\n').Count(line => line.StartsWith("  Invoices.cs:", StringComparison.Ordinal)).ShouldBe(2);
        ShouldBeTheReport(File.ReadAllText(_surroundings.PathOf("report.html")));

        DariResult refused = await DariProcess.RunProgramAsync(_surroundings, "bash", "ci.sh");
        refused.ExitCode.ShouldNotBe(0);
        refused.Output.ShouldContain("error DARI040: breaking: schema Order, .total");
        refused.Output.ShouldContain("Invoices.cs(8,");

        Edit("orders.Sum(order => order.Total)", "orders.Sum(order => order.Total ?? 0)");
        Edit("        IsUrgent = order.State == OrderState.Open,\n", "");
        (await SpecAsync("review", "--approve")).ShouldEndWith(0).Output.ShouldContain("Approved shop.yaml");
        (await DariProcess.RunProgramAsync(_surroundings, "bash", "ci.sh")).ShouldEndWith(0);
        File.ReadAllText(_surroundings.PathOf("Generated/shop.api.txt")).ShouldContain("Order.Total: required double?  // total\n");
    }

    /// <summary>The report stands in the sample for those who want to see one; run with <c>DARI_ACCEPT=1</c> to write it again.</summary>
    private static void ShouldBeTheReport(string page)
    {
        string path = Path.Combine(Sample, "report.html");
        if (Environment.GetEnvironmentVariable("DARI_ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        page.ShouldBe(File.ReadAllText(path));
    }

    private Task<DariResult> SpecAsync(params string[] arguments) => DariProcess.RunAsync(_surroundings, ["spec", .. arguments]);

    private void Edit(string old, string now)
    {
        string path = _surroundings.PathOf("Invoices.cs");
        string text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, now, StringComparison.Ordinal));
    }

    private void Copy()
    {
        foreach (string file in Directory.GetFiles(Sample, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(Sample, file);
            if (name.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "report.html"))
            {
                _surroundings.Write(name, File.ReadAllText(file));
            }
        }

        string project = File.ReadAllText(_surroundings.PathOf("ReviewedClient.csproj"));
        const string Import = """<Import Project="../../src/Dari.Generator/build/Dari.Generator.ProjectReference.targets" />""";
        project.ShouldContain(Import);
        _surroundings.Write(
            "ReviewedClient.csproj",
            project.Replace(Import, ReviewedFolder.Generator + "<PropertyGroup><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>", StringComparison.Ordinal));
        _surroundings.Variables["UseSharedCompilation"] = "false";
        _surroundings.Variables["MSBUILDDISABLENODEREUSE"] = "1";
    }
}
