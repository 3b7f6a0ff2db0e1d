using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class UnionCasesTests
{
    private static readonly UnionCases Cases = new UnionCases()
        .Case("url"u8, "url\nbranch\ndepth"u8)
        .Case("path"u8, "path\nurl"u8)
        .Case("url"u8, "url\nbranch\ndepth\ntag"u8)
        .Case("kind"u8, "kind\nsize"u8, "kind\nä\"b\nsize\n2"u8)
        .Case("kind"u8, "kind\nsize"u8, "kind\nsmall"u8);

    [Theory]
    [InlineData("""{"url":"u"}""", 0)]
    [InlineData("""{"branch":"b","url":"u"}""", 0)]
    [InlineData("""{"url":"u","tag":"t"}""", 2)]
    [InlineData("""{"path":"p","url":"u"}""", 1)]
    [InlineData("""{"p\u0061th":"p"}""", 1)]
    [InlineData("""{"kind":"\u00e4\"b","size":"2"}""", 3)]
    [InlineData("""{"kind":"ä\"b","size":"3"}""", -1)]
    [InlineData("""{"kind":"ä\"b","size":2}""", -1)]
    [InlineData("""{"size":["x"],"kind":"small"}""", 4)]
    [InlineData("""{"kind":"small","size":3}""", 4)]
    [InlineData("""{"kind":"other"}""", -1)]
    [InlineData("""{"nested":{"url":"u"}}""", -1)]
    [InlineData("""{"url":"u","url":"v"}""", 0)]
    [InlineData("{}", -1)]
    [InlineData("[]", -1)]
    [InlineData("\"url\"", -1)]
    public void The_case_that_knows_most_members_wins(string json, int expected)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Cases.Pick(in reader).ShouldBe(expected);

        reader.TokenStartIndex.ShouldBe(0);
    }

    [Fact]
    public void A_case_without_required_members_takes_any_object()
    {
        var reader = new Utf8JsonReader("""{"x":1}"""u8);
        reader.Read();

        new UnionCases().Case("a"u8, "a"u8).Case(""u8, "b"u8).Pick(in reader).ShouldBe(1);
    }
}
