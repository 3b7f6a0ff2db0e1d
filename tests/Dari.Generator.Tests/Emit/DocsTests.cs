using Dari.Generator.Emit;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Emit;

public sealed class DocsTests
{
    [Fact]
    public void A_short_text_stands_on_one_line() =>
        Summary("Gets `a` & <b>.").ShouldBe("/// <summary>Gets <c>a</c> &amp; &lt;b&gt;.</summary>\n");

    [Fact]
    public void Lines_stay_and_long_ones_are_broken()
    {
        string text = Summary("First.\n" + string.Join(' ', Enumerable.Repeat("word", 30)));

        text.Split('\n').ShouldAllBe(line => line.Length < 112);
        text.ShouldStartWith("/// <summary>\n/// First.\n/// word word");
        text.ShouldEndWith("word\n/// </summary>\n");
    }

    [Fact]
    public void Empty_lines_part_paragraphs() =>
        Summary("One\nmore.\n\n\n  Two.\n").ShouldBe("/// <summary>\n/// <para>One\n/// more.</para>\n/// <para>Two.</para>\n/// </summary>\n");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t\u2028 ")]
    public void Nothing_to_say_leaves_no_line(string? text) => Docs.Summary(text).IsDrop.ShouldBeTrue();

    [Fact]
    public void Code_that_is_not_closed_is_text() => DocText.Xml("a ` b `c` d `").ShouldBe("a <c> b </c>c<c> d </c>");

    [Fact]
    public void Deprecation_without_a_word_has_a_message() =>
        Text(Docs.For(new DocsModel(null, null, ""))).ShouldStartWith("[Obsolete(\"");

    private static string Summary(string text) => Text(Docs.Summary(text));

    private static string Text(Code code)
    {
        var text = new FileText(new FrameworkNames([]));
        text.Append(code);
        return text.ToString();
    }
}
