using System.Text.RegularExpressions;

namespace Dari.Generator.Tests.Documents;

/// <summary>The README's table of what is supported: each row leads to what shows it and to what holds it.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] Rows =
        [.. File.ReadAllText(RepositoryFolder.Path("README.md")).Split("## What is supported")[1].Split("\n## ")[0]
            .Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];

    public static TheoryData<string> Titles => new(Rows.Select(row => Cells(row)[0]));

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_row_leads_to_documents_and_tests(string title)
    {
        string[] cells = Cells(Rows.Single(row => Cells(row)[0] == title));

        cells.Length.ShouldBe(4);
        Links(cells[2]).ShouldNotBeEmpty();
        Links(cells[2]).ShouldAllBe(link => link.StartsWith("specs/", StringComparison.Ordinal) || link.StartsWith("docs/", StringComparison.Ordinal));
        Links(cells[3]).ShouldNotBeEmpty();
        Links(cells[3]).ShouldAllBe(link => link.StartsWith("tests/", StringComparison.Ordinal));
        Links(string.Join(" ", cells)).Where(link => !Path.Exists(RepositoryFolder.Path(link))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_feature_document_is_in_a_row()
    {
        IEnumerable<string> documents = SpecDocuments.Features().Select(file => "specs/features/" + Path.GetFileName(file));

        documents.Except(Rows.SelectMany(Links)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_test_of_features_is_in_a_row()
    {
        IEnumerable<string> tests = Directory.GetFiles(RepositoryFolder.Path("tests/Dari.Features.Tests"), "*Tests.cs")
            .Select(file => "tests/Dari.Features.Tests/" + Path.GetFileName(file));

        tests.Except(Rows.SelectMany(Links)).ShouldBeEmpty();
    }

    private static string[] Cells(string row) => [.. row.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim())];

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(match => match.Groups[1].Value.Split('#')[0]);

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
