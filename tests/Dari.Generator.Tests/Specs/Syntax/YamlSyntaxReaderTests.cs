using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Tests.Specs.Syntax;

public class YamlSyntaxReaderTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("Null", "null")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("nUll", "'nUll'")]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("tRue", "'tRue'")]
    [InlineData("yes", "'yes'")]
    [InlineData("No", "'No'")]
    [InlineData("on", "'on'")]
    [InlineData("y", "'y'")]
    [InlineData("12", "12")]
    [InlineData("-12", "-12")]
    [InlineData("+12", "12")]
    [InlineData("0", "0")]
    [InlineData("0o17", "15")]
    [InlineData("0xFf", "255")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695")]
    [InlineData("0b101", "'0b101'")]
    [InlineData("0o19", "'0o19'")]
    [InlineData("0123", "'0123'")]
    [InlineData("00501", "'00501'")]
    [InlineData("1_000", "'1_000'")]
    [InlineData("1.10", "1.10")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("5.", "5")]
    [InlineData("+1.5e+3", "1.5e+3")]
    [InlineData("1e3", "1e3")]
    [InlineData("1.e3", "1e3")]
    [InlineData("1e", "'1e'")]
    [InlineData("1.2.3", "'1.2.3'")]
    [InlineData(".", "'.'")]
    [InlineData("+", "'+'")]
    [InlineData(".inf", "'.inf'")]
    [InlineData(".NaN", "'.NaN'")]
    [InlineData("2020-01-01", "'2020-01-01'")]
    [InlineData("12:30:45", "'12:30:45'")]
    [InlineData("'12'", "'12'")]
    [InlineData("\"true\"", "'true'")]
    [InlineData("! 12", "'12'")]
    [InlineData("!!str 12", "'12'")]
    [InlineData("!!str", "''")]
    [InlineData("!!int '12'", "12")]
    [InlineData("!!int x", "'x'")]
    [InlineData("!!bool 'true'", "true")]
    [InlineData("!!float 1", "1")]
    [InlineData("!!binary aGk=", "'aGk='")]
    [InlineData("!custom 12", "12")]
    public void Scalars_follow_the_core_schema(string yaml, string expected)
    {
        Reading<SpecNode> reading = Reading.Tree("a: " + yaml);

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value).ShouldBe("{a: " + expected + "}");
    }

    [Theory]
    [InlineData("200: ok", "{200: 'ok'}")]
    [InlineData("null: ok", "{null: 'ok'}")]
    [InlineData("yes: ok", "{yes: 'ok'}")]
    [InlineData("0x10: ok", "{0x10: 'ok'}")]
    [InlineData("1.10: ok", "{1.10: 'ok'}")]
    [InlineData("'200': ok", "{200: 'ok'}")]
    [InlineData("? a\n: b", "{a: 'b'}")]
    [InlineData("+1: a\n-1: b", "{+1: 'a', -1: 'b'}")]
    public void Keys_are_said_as_they_are_written(string yaml, string expected)
    {
        Reading<SpecNode> reading = Reading.Tree(yaml);

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a: {b: [1, {c: d}]}", "{a: {b: [1, {c: 'd'}]}}")]
    [InlineData("- 1\n- - 2\n  - 3\n-\n  a: b", "[1, [2, 3], {a: 'b'}]")]
    [InlineData("a: |\n  one\n  two\nb: >-\n  one\n  two", "{a: 'one\ntwo\n', b: 'one two'}")]
    [InlineData("a: one\n  two", "{a: 'one two'}")]
    [InlineData("%YAML 1.2\n---\na: 1\n...", "{a: 1}")]
    [InlineData("# comment\na: 1 # more", "{a: 1}")]
    [InlineData("\uFEFFa: 1", "{a: 1}")]
    [InlineData("[a: b, c]", "[{a: 'b'}, 'c']")]
    [InlineData("a: \"\\u00e9\\U0001F600\\x41\"", "{a: 'é😀A'}")]
    public void Structures_are_read(string yaml, string expected)
    {
        Reading<SpecNode> reading = Reading.Tree(yaml);

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a: |\n    \n  text\nb: 1", "{a: '\ntext\n', b: 1}")]
    [InlineData("a: |+\n          \n\nb: 1", "{a: '\n\n', b: 1}")]
    [InlineData("a: >-  # folded\n      \n  text\nb: 1", "{a: '\ntext', b: 1}")]
    [InlineData("- |2-\n        \n    text\n- 1", "['\n  text', 1]")]
    [InlineData("a: |\r\n    \r\n  text\r\nb: 1", "{a: '\ntext\n', b: 1}")]
    public void Blank_lines_at_the_head_of_a_block_scalar_may_be_indented(string yaml, string expected)
    {
        Reading<SpecNode> reading = Reading.Tree(yaml);

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value).ShouldBe(expected);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Nodes_know_where_they_stand(string lineBreak)
    {
        string yaml = string.Join(
            lineBreak,
            "\uFEFF# 😀 comment",
            "plain: some words ",
            "'quoted': \"a\\tb\"",
            "block: |",
            "      ",
            "  text",
            "",
            "list:",
            "- 1",
            "- {x: [ ], y: 0x1F}",
            "empty:",
            "last: true");
        SpecNode root = Reading.Tree(yaml).Value;

        Slices(root, yaml).ShouldBe(
        [
            "some words",
            "\"a\\tb\"",
            string.Join(lineBreak, "|", "      ", "  text"),
            "- 1" + lineBreak + "- {x: [ ], y: 0x1F}",
            "",
            "true",
        ]);
        root.Members.Select(member => yaml[member.NameStart..member.NameEnd])
            .ShouldBe(["plain", "'quoted'", "block", "list", "empty", "last"]);
        SpecNode flow = root.Member("list")!.Items[1];
        flow.Slice(yaml).ShouldBe("{x: [ ], y: 0x1F}");
        Slices(flow, yaml).ShouldBe(["[ ]", "0x1F"]);
        root.Start.ShouldBe(yaml.IndexOf("plain", StringComparison.Ordinal));
        root.End.ShouldBe(yaml.Length);
    }

    [Fact]
    public void An_alias_shares_what_its_anchor_holds()
    {
        const string Yaml = "a: &x {k: [1]}\nb: *x\nc: &y text\nd: [*y, *y]\n*y : key";
        Reading<SpecNode> reading = Reading.Tree(Yaml);

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value).ShouldBe("{a: {k: [1]}, b: {k: [1]}, c: 'text', d: ['text', 'text'], text: 'key'}");
        SpecNode first = reading.Value.Member("a")!;
        SpecNode second = reading.Value.Member("b")!;
        second.ShouldNotBeSameAs(first);
        second.Slice(Yaml).ShouldBe("*x");
        second.Member("k").ShouldBeSameAs(first.Member("k"));
    }

    [Theory]
    [InlineData("base: &b {x: 1, y: 2}\na: {<<: *b, y: 3, z: 4}", "{x: 1, y: 3, z: 4}")]
    [InlineData("base: &b {x: 1, y: 2}\na: {y: 3, <<: *b}", "{y: 3, x: 1}")]
    [InlineData("base: &b {x: 1}\nmore: &m {x: 2, y: 3}\na: {<<: [*b, *m]}", "{x: 1, y: 3}")]
    [InlineData("a: {'<<': 1}", "{<<: 1}")]
    [InlineData("a: {<<: {x: 1}}", "{x: 1}")]
    public void Merge_keys_bring_in_what_is_missing(string yaml, string expected)
    {
        Reading<SpecNode> reading = Reading.Tree(yaml);

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value.Member("a")!).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a: 1\na: 2", "{a: 1}", "DARI005 2:1 'a' stands more than once in this object; the first one is used")]
    [InlineData("{[x]: 1, b: 2}", "{b: 2}", "DARI004 1:2 A key should be a word, not a list; it is ignored")]
    [InlineData("a: {<<: 1, b: 2}", "{a: {b: 2}}", "DARI004 1:9 '<<' should be a mapping or a list of mappings, not a number; it is ignored")]
    [InlineData("a: 1\n---\nb: 2", "{a: 1}", "DARI007 2:1 The rest of the file was left out: only the first YAML document is read")]
    public void What_is_wrong_but_clear_is_reported_and_read(string yaml, string expected, string problem)
    {
        Reading<SpecNode> reading = Reading.Tree(yaml);

        TreeText.Of(reading.Value).ShouldBe(expected);
        reading.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("a: 1\n b: 2", "DARI001 2:3 ")]
    [InlineData("a: [1, 2", "DARI001 1:9 ")]
    [InlineData("a: 'open", "DARI001 1:4 ")]
    [InlineData("a:\n\t- b", "DARI001 2:1 While scanning a mapping, found invalid tab as indentation.")]
    [InlineData("a: *nowhere", "DARI001 1:4 No anchor '&nowhere' stands before this alias")]
    [InlineData("a: &a [*a]", "DARI006 1:8 The alias '*a' stands inside its own anchor")]
    [InlineData("a: !<> b", "DARI001 1:")]
    public void What_makes_no_sense_ends_the_reading(string yaml, string problem)
    {
        Reading<SpecNode> reading = Reading.Tree(yaml);

        reading.Result.ShouldBeNull();
        reading.Problems.Single().ShouldStartWith(problem);
    }

    [Fact]
    public void Aliases_of_aliases_are_bounded()
    {
        IEnumerable<string> laughs = Enumerable.Range(1, 9)
            .Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");

        Reading<SpecNode> reading = Reading.Tree("a0: &a0 lol\n" + string.Join("\n", laughs));

        reading.Result.ShouldBeNull();
        reading.Ids.ShouldBe(["DARI006"]);
    }

    [Fact]
    public void Nesting_is_bounded_in_text_and_through_aliases()
    {
        Reading.Tree(new string('[', 300)).Ids.ShouldBe(["DARI006"]);

        IEnumerable<string> tower = Enumerable.Range(1, 400).Select(i => $"a{i}: &a{i} [*a{i - 1}]");
        Reading.Tree("a0: &a0 [x]\n" + string.Join("\n", tower)).Ids.ShouldBe(["DARI006"]);
    }

    [Fact]
    public void An_empty_text_is_nothing()
    {
        foreach (string yaml in (string[])["", "\n", "# only a comment", "---", "\uFEFF"])
        {
            Reading<SpecNode> reading = Reading.Tree(yaml);

            reading.Problems.ShouldBeEmpty();
            reading.Value.Kind.ShouldBe(SpecNodeKind.Null);
        }
    }

    private static IEnumerable<string> Slices(SpecNode mapping, string text) =>
        mapping.Members.Select(member => member.Value.Slice(text));
}
