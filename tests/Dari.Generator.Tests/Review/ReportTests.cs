using System.Text.Json;
using System.Text.RegularExpressions;
using Dari.Generator.Review.Rules;
using Dari.Review.Running;

namespace Dari.Generator.Tests.Review;

/// <summary><c>dari spec diff</c>, run over files on disk.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dari-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_last_line_of_the_text_counts_the_changes()
    {
        (int code, string output, _) = Diff(text => text.Replace("price: { type: number }", "price: { type: string }", StringComparison.Ordinal));

        code.ShouldBe(0);
        output.TrimEnd('\n').Split('\n')[^1].ShouldBe("changes: 1, breaking: 1, risky: 0, safe: 0");
        output.ShouldContain("schema Pet, .price: property 'price' was 'number' and is 'string' [type-changed]");
        output.ShouldContain("new.yaml:");
    }

    [Theory]
    [InlineData("price: { type: number }", "price: { type: string }", null, 0)]
    [InlineData("price: { type: number }", "price: { type: string }", "Breaking", 1)]
    [InlineData("price: { type: number }", "price: { type: string }", "Risky", 1)]
    [InlineData("name: limit, in: query", "name: limit, deprecated: true, in: query", "Breaking", 0)]
    [InlineData("name: limit, in: query", "name: limit, deprecated: true, in: query", "Risky", 1)]
    [InlineData("description: All.", "description: Every one.", "Risky", 0)]
    public void The_exit_code_is_1_when_the_limit_is_met(string old, string now, string? failOn, int expected)
    {
        Level? limit = failOn is null ? null : Enum.Parse<Level>(failOn);

        Diff(text => text.Replace(old, now, StringComparison.Ordinal), failOn: limit).Code.ShouldBe(expected);
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_2()
    {
        (int code, string output, string errors) = Diff(_ => "openapi: 3.0.0\n  info: [");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain("DARI001");
        new SpecDiffRun(TextWriter.Null, TextWriter.Null).Run("nowhere.yaml", "nowhere.yaml", default).ShouldBe(2);
    }

    [Fact]
    public void What_only_reads_otherwise_is_reported_apart()
    {
        (_, string output, _) = Diff(text => text.Replace("description: All.", "description: Every one.", StringComparison.Ordinal));

        output.ShouldBe("descriptions changed: 1\nchanges: 0, breaking: 0, risky: 0, safe: 0\n");
    }

    [Fact]
    public void Json_says_all_that_the_text_says()
    {
        (_, string output, _) = Diff(text => text.Replace("price: { type: number }", "price: { type: string }", StringComparison.Ordinal), ReportFormat.Json);

        JsonElement change = JsonDocument.Parse(output).RootElement.GetProperty("changes")[0];
        change.GetProperty("rule").GetString().ShouldBe("type-changed");
        change.GetProperty("level").GetString().ShouldBe("breaking");
        change.GetProperty("sent").ValueKind.ShouldBe(JsonValueKind.Null);
        change.GetProperty("received").GetString().ShouldBe("breaking");
        change.GetProperty("new").GetProperty("pointer").GetString().ShouldBe("#/components/schemas/Pet/properties/price");
        change.GetProperty("new").GetProperty("line").GetInt32().ShouldBeGreaterThan(1);
        change.GetProperty("api")[0].GetProperty("new").GetString().ShouldBe("Pet.Price: string?  // price");
    }

    [Theory]
    [InlineData(nameof(ReportFormat.Html))]
    [InlineData(nameof(ReportFormat.Markdown))]
    [InlineData(nameof(ReportFormat.Text))]
    public void Text_of_a_document_stays_text(string form)
    {
        const string Hostile = "\"</pre><script>alert(1)</script><img src=x onerror=alert(1)>|[a](javascript:b)`'\\e[31m\\u202e\": { type: string }\n        price: { type: string }";
        (_, string output, _) = Diff(text => text.Replace("price: { type: number }", Hostile, StringComparison.Ordinal), Enum.Parse<ReportFormat>(form));

        output.ShouldContain("alert(1)");
        output.ShouldNotContain("\u001b");
        output.ShouldNotContain("\u202e");
        if (form != nameof(ReportFormat.Text))
        {
            output.ShouldNotContain("<script", Case.Insensitive);
            output.ShouldNotContain("<img", Case.Insensitive);
            output.ShouldNotContain("href=\"javascript", Case.Insensitive);
            Regex.IsMatch(output, @"(?<!\\)\]\(javascript").ShouldBe(form == nameof(ReportFormat.Html), "a link in Markdown, plain text in HTML");
        }
    }

    [Fact]
    public void The_page_needs_neither_script_nor_network()
    {
        (_, string page, _) = Diff(text => text.Replace("price: { type: number }", "price: { type: string }", StringComparison.Ordinal), ReportFormat.Html);

        page.ShouldStartWith("<!doctype html>");
        page.ShouldContain("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.ShouldContain("changes: 1, breaking: 1, risky: 0, safe: 0");
        page.ShouldContain("<span class=\"line it\">");
        page.ShouldContain("<code>Pet.Price: string?  // price</code>");
        foreach (string loaded in (string[])["<script", "<link", "@import", "url(", "src="])
        {
            page.ShouldNotContain(loaded, Case.Insensitive);
        }
    }

    private (int Code, string Output, string Errors) Diff(Func<string, string> edit, ReportFormat format = ReportFormat.Text, Level? failOn = null)
    {
        string before = ReviewDocuments.Of("3.0");
        string after = edit(before);
        after.ShouldNotBe(before);
        File.WriteAllText(Path.Combine(_folder, "old.yaml"), before);
        File.WriteAllText(Path.Combine(_folder, "new.yaml"), after);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int code = new SpecDiffRun(output, errors) { Format = format, FailOn = failOn }.Run(Path.Combine(_folder, "old.yaml"), Path.Combine(_folder, "new.yaml"), default);
        return (code, output.ToString(), errors.ToString());
    }
}
