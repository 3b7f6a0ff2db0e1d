using System.Text;
using Dari.Archiving.Ignoring;
using Dari.Archiving.Selecting;
using Xunit.Abstractions;

namespace Dari.Runtime.Tests.Archiving;

public sealed class IgnoreTests(ITestOutputHelper output)
{
    [Fact]
    public void Rules_agree_with_git_on_a_generated_tree()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in IgnoreSamples.Names(5_200, seed: 7))
        {
            folder.With(name, "");
        }

        Git.Run(folder.Root, ["init", "-q"]);
        string[] folders = [.. Directory.GetDirectories(folder.Root, "*", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(folder[".git"], StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        int ignored = 0;
        int compared = 0;
        for (int round = 0; round < 12; round++)
        {
            var samples = new IgnoreSamples(round);
            var random = new Random(round);
            string[] marked = [folder.Root, .. folders.Where(_ => random.Next(12) == 0)];
            foreach (string path in marked)
            {
                File.WriteAllText(Path.Combine(path, ".gitignore"), samples.File());
            }

            string[] all = [.. folder.Names().Where(static name => !name.StartsWith(".git/", StringComparison.Ordinal))];
            HashSet<string> expected = Git.Ignored(folder.Root, all);
            HashSet<string> taken = [.. SourceFiles.ByGitIgnore(folder.Root, folder.Root).Select(static file => file.Name)];
            all.Where(name => expected.Contains(name) == taken.Contains(name)).ShouldBeEmpty($"round {round}");
            all.Length.ShouldBeGreaterThan(5_000);
            ignored += expected.Count;
            compared += all.Length;
            Array.ForEach(marked, static path => File.Delete(Path.Combine(path, ".gitignore")));
        }

        output.WriteLine($"{compared} verdicts, {ignored} of them ignored");
        ignored.ShouldBeInRange(compared / 20, compared * 19 / 20);
    }

    [Theory]
    [InlineData("a/**/b", "a/b a/x/b a/x/y/b", "b ab a/bx x/a/b")]
    [InlineData("**/b", "b a/b a/x/b", "xb a/xb")]
    [InlineData("a/**", "a/b a/b/c", "a b/a/c")]
    [InlineData("/a", "a", "b/a")]
    [InlineData("a", "a b/a", "ab")]
    [InlineData("a/*", "a/b", "a/b/c a")]
    [InlineData("*.[ch]", "x.c d/x.h", "x.o x.ch")]
    [InlineData("[[:digit:]-]x", "1x -x", "ax")]
    [InlineData("\\!a", "!a", "a")]
    [InlineData("?", "a", "\u00e9 ab")]
    [InlineData("[a", "", "[a a")]
    [InlineData("a\\", "", "a a\\")]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*b", "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_pattern_matches_what_it_should(string pattern, string matches, string others)
    {
        IgnoreRules rules = IgnoreRules.Read(Encoding.UTF8.GetBytes(pattern), "", null);
        string[] split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        split(matches).Where(name => !rules.Ignores(name, isFolder: false)).ShouldBeEmpty();
        split(others).Where(name => rules.Ignores(name, isFolder: false)).ShouldBeEmpty();
    }
}
