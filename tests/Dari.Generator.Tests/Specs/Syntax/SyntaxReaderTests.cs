using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Specs.Syntax;

public class SyntaxReaderTests
{
    [Theory]
    [InlineData("spec.json", "{\"a\": 1}")]
    [InlineData("spec.yaml", "{\"a\": 1}")]
    [InlineData("spec.yaml", "a: 1")]
    [InlineData("spec.yml", "{a: 1}")]
    [InlineData("spec.yaml", "{\n  # comment\n  'a': 1,\n}")]
    [InlineData("openapi", "a: 1")]
    [InlineData("openapi", " {\"a\": 1}")]
    public void The_text_tells_what_it_is(string path, string text)
    {
        Reading<SpecNode> reading = Reading.Tree(text, path);

        reading.Problems.ShouldBeEmpty();
        TreeText.Of(reading.Value).ShouldBe("{a: 1}");
    }

    [Fact]
    public void Json_in_a_json_file_is_not_read_as_yaml()
    {
        Reading.Tree("{a: 1}", "spec.json").Ids.ShouldBe(["DARI001"]);
        Reading.Tree("word", "spec.json").Problems.ShouldBe(
            ["DARI001 1:1 Expected a value, but found 'word'; a string needs '\"' around it"]);
    }

    [Fact]
    public void Yaml_in_a_json_file_is_read()
    {
        Reading<SpecNode> reading = Reading.Tree("a: 1", "spec.json");

        reading.Problems.ShouldBe(["DARI013 1:1 This file should be JSON, as its name says, not YAML; it is read as YAML"]);
        TreeText.Of(reading.Value).ShouldBe("{a: 1}");
    }

    [Fact]
    public void What_is_neither_gets_the_words_of_json()
    {
        Reading.Tree("{\"a\": 1, \"b\" 2]}", "spec.yaml").Problems.ShouldBe(
            ["DARI001 1:14 Expected ':' after the name, but found '2'"]);
    }

    [Fact]
    public void Cancellation_ends_the_reading()
    {
        var source = new SpecSource("spec.json", SourceText.From("{}"));

        Should.Throw<OperationCanceledException>(
            () => SyntaxReader.Read(source, new ProblemList(source), new CancellationToken(canceled: true)));
    }
}
