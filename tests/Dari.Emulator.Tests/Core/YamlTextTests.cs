using Dari.Emulator.Contract;

namespace Dari.Emulator.Tests.Core;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: '1'", """{"a":"1"}""")]
    [InlineData("a: no", """{"a":"no"}""")]
    [InlineData("a: [true, ~, null, 0x1F, 0o17, 1.5e3, -3, .5]", """{"a":[true,null,null,31,15,1500,-3,0.5]}""")]
    [InlineData("a: 2026-03-31", """{"a":"2026-03-31"}""")]
    [InlineData("a: &x {b: 1}\nc: *x", """{"a":{"b":1},"c":{"b":1}}""")]
    [InlineData("a: !!str 7", """{"a":"7"}""")]
    [InlineData("a: |\n  x\n  y\n", """{"a":"x\ny\n"}""")]
    public void Types_scalars_as_the_core_schema_does(string yaml, string json) => YamlText.Parse(yaml)!.ToJsonString().ShouldBe(json);

    [Theory]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: *none")]
    [InlineData("a: [1")]
    [InlineData("a: 1\n---\nb: 2")]
    public void Refuses_what_is_not_one_sound_document(string yaml) => Should.Throw<FormatException>(() => YamlText.Parse(yaml));

    [Fact]
    public void Refuses_aliases_that_expand_without_bound()
    {
        string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(
            Enumerable.Range(1, 9).Select(static level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));

        Should.Throw<FormatException>(() => YamlText.Parse(bomb));
    }
}
