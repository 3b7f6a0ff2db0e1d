using System.Text;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Tests.Review;

/// <summary><c>docs/rules.md</c> is written from the rules: run with <c>DARI_ACCEPT=1</c> to write it again.</summary>
public sealed class RulePageTests
{
    private static IEnumerable<Rule> Rules => RuleBook.Chapters.SelectMany(chapter => chapter.Rules);

    [Fact]
    public void The_page_lists_every_rule()
    {
        string path = RepositoryFolder.Path("docs/rules.md");
        string page = Page();
        if (Environment.GetEnvironmentVariable("DARI_ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        File.ReadAllText(path).ShouldBe(page);
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_and_a_mirror()
    {
        Dictionary<string, Rule> byId = Rules.ToDictionary(rule => rule.Id);

        byId.Count.ShouldBeGreaterThan(100);
        foreach (Rule rule in Rules)
        {
            byId.ShouldContainKey(rule.Mirror, rule.Id);
        }

        // A surface can come back in another way than it went.
        foreach (Rule rule in Rules.Where(rule => !rule.Id.StartsWith("api-", StringComparison.Ordinal)))
        {
            byId[rule.Mirror].Mirror.ShouldBe(rule.Id);
        }
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # Rules

            What a change of a document does to a program that was written against the old one, by what the client sends and by what it
            receives. *Breaking*: it no longer compiles, what it sends is refused, or what it receives cannot be read. *Risky*: it may
            behave in another way, or compile with a warning. *Safe*: nothing happens. A change counts as the heaviest of its levels;
            where it also changes the C# surface, the level of that counts as well. Descriptions, summaries, titles and examples are
            reported apart: they break nobody.


            """.ReplaceLineEndings("\n"));
        foreach ((string subject, IReadOnlyList<Rule> rules) in RuleBook.Chapters)
        {
            page.Append("## ").Append(subject).Append("\n\n| rule | sent | received | why |\n|---|---|---|---|\n");
            foreach (Rule rule in rules)
            {
                page.Append("| <a id=\"").Append(rule.Id).Append("\"></a>`").Append(rule.Id).Append("` | ")
                    .Append(Word(rule.Sent)).Append(" | ").Append(Word(rule.Received)).Append(" | ").Append(rule.Why).Append(" |\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Word(Level level) => level.ToString().ToLowerInvariant();
}
