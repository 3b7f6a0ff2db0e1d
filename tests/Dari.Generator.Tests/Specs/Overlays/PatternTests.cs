using Dari.Generator.Specs.Overlays.Patterns;

namespace Dari.Generator.Tests.Specs.Overlays;

/// <summary>Regular expressions by RFC 9485.</summary>
public class PatternTests
{
    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abcd", false)]
    [InlineData("", "", true)]
    [InlineData("a*", "aaaa", true)]
    [InlineData("a*", "", true)]
    [InlineData("a+", "", false)]
    [InlineData("a?b", "b", true)]
    [InlineData("a|bc", "bc", true)]
    [InlineData("(a|b)*c", "ababc", true)]
    [InlineData("a{3}", "aaa", true)]
    [InlineData("a{3}", "aa", false)]
    [InlineData("a{2,}", "aaaaa", true)]
    [InlineData("a{2,3}", "aaaa", false)]
    [InlineData("a{0,2}", "", true)]
    [InlineData(".", "\n", false)]
    [InlineData(".", "😀", true)]
    [InlineData("[a-c]+", "abc", true)]
    [InlineData("[^a-c]+", "xyz", true)]
    [InlineData("[^a-c]+", "xbz", false)]
    [InlineData("[a-]", "-", true)]
    [InlineData("[-a]", "-", true)]
    [InlineData("\\.", ".", true)]
    [InlineData("\\.", "x", false)]
    [InlineData("\\p{L}+", "Grüße", true)]
    [InlineData("\\P{L}+", "12", true)]
    [InlineData("\\p{Nd}", "7", true)]
    [InlineData("[\\p{L}_]+", "a_b", true)]
    [InlineData("(a*)*", "aaa", true)]
    [InlineData("(a*)*b", "aaa", false)]
    public void A_pattern_matches(string pattern, string text, bool expected) =>
        PatternReader.Read(pattern).ShouldNotBeNull().IsMatch(text, isWhole: true, () => { }).ShouldBe(expected);

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("*")]
    [InlineData("a**")]
    [InlineData("[a")]
    [InlineData("[b-a]")]
    [InlineData("a{2,1}")]
    [InlineData("a{")]
    [InlineData("\\d")]
    [InlineData("\\")]
    [InlineData("\\p{X}")]
    [InlineData("a{1001}")]
    [InlineData("((a{1000}){1000}){1000}")]
    [InlineData("((((){1000}){1000}){1000}){1000}")]
    public void What_is_no_pattern_or_is_a_bomb_is_refused(string pattern) => PatternReader.Read(pattern).ShouldBeNull();

    [Fact]
    public void No_pattern_takes_more_steps_than_its_states_times_the_text()
    {
        int steps = 0;

        PatternReader.Read("(a|a)*(a|a)*(a|a)*b")!.IsMatch(new string('a', 10_000), isWhole: true, () => steps++).ShouldBeFalse();

        steps.ShouldBeLessThan(200_000);
    }
}
