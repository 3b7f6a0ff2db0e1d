using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class UnionCasesTests
{
    private static readonly UnionCases<int> Cases = new UnionCases<int>()
        .Case("url"u8, "url\nbranch\ndepth"u8, As(0))
        .Case("path"u8, "path\nurl"u8, As(1))
        .Case("url"u8, "url\nbranch\ndepth\ntag"u8, As(2))
        .Case("kind"u8, "kind\nsize"u8, As(3), "kind\n\"ä\\\"b\"\nsize\n\"2\""u8)
        .Case("kind"u8, "kind\nsize"u8, As(4), "kind\n\"small\""u8)
        .Case("level"u8, "level"u8, As(5), "level\n1"u8)
        .Case("level"u8, "level"u8, As(6), "level\n2.50"u8)
        .Case("level"u8, "level"u8, As(7), "level\ntrue"u8);

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
    [InlineData("""{"level":1}""", 5)]
    [InlineData("""{"level":1.0}""", 5)]
    [InlineData("""{"level":25e-1}""", 6)]
    [InlineData("""{"level":true}""", 7)]
    [InlineData("""{"level":"1"}""", -1)]
    [InlineData("""{"level":{"level":1}}""", -1)]
    [InlineData("""{"nested":{"url":"u"}}""", -1)]
    [InlineData("""{"url":"u","url":"v"}""", 0)]
    [InlineData("{}", -1)]
    [InlineData("[]", -1)]
    [InlineData("\"url\"", -1)]
    public void The_case_that_knows_most_members_wins(string json, int expected)
    {
        Utf8JsonReader reader = Reader(json);

        bool isRead = Cases.TryRead(ref reader, out int picked);

        (isRead ? picked : -1).ShouldBe(expected);
        reader.TokenType.ShouldBe(isRead ? JsonTokenType.EndObject : Reader(json).TokenType);
    }

    [Fact]
    public void A_case_without_required_members_takes_any_object()
    {
        Utf8JsonReader reader = Reader("""{"x":1}""");

        new UnionCases<int>().Case("a"u8, "a"u8, As(0)).Case(""u8, "b"u8, As(1)).TryRead(ref reader, out int picked).ShouldBeTrue();

        picked.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"value":"text"}""", "text")]
    [InlineData("""{"value":true}""", "True")]
    [InlineData("""{"value":[1]}""", null)]
    public void A_case_that_does_not_read_is_passed_over(string json, string? expected)
    {
        UnionCases<string> cases = new UnionCases<string>()
            .Case("value"u8, "value"u8, static (ref Utf8JsonReader reader) => Member(ref reader, JsonRead.Boolean).ToString())
            .Case("value"u8, "value"u8, static (ref Utf8JsonReader reader) => Member(ref reader, JsonRead.String));
        Utf8JsonReader reader = Reader(json);

        cases.TryRead(ref reader, out string? value).ShouldBe(expected is not null);

        value.ShouldBe(expected);
    }

    /// <summary>A double has 53 bits: of a larger whole number it would lose digits that another case keeps.</summary>
    [Theory]
    [InlineData("""{"value":9223372036854775807}""", "9223372036854775807")]
    [InlineData("""{"value":9007199254740992}""", "9007199254740992 double")]
    [InlineData("""{"value":-9007199254740993}""", "-9007199254740993")]
    [InlineData("""{"value":1e300}""", "1E+300 double")]
    [InlineData("""{"value":0.5}""", "0.5 double")]
    public void A_case_that_would_lose_digits_gives_way_to_one_that_keeps_them(string json, string expected)
    {
        UnionCases<string> cases = new UnionCases<string>()
            .Case("value"u8, "value"u8, static (ref Utf8JsonReader reader) => Member(ref reader, JsonRead.Double).ToString(CultureInfo.InvariantCulture) + " double")
            .Case("value"u8, "value"u8, static (ref Utf8JsonReader reader) => Member(ref reader, JsonRead.Int64).ToString(CultureInfo.InvariantCulture));
        Utf8JsonReader reader = Reader(json);

        cases.TryRead(ref reader, out string? value).ShouldBeTrue();

        value.ShouldBe(expected);
    }

    [Fact]
    public void A_case_that_would_drop_a_member_gives_way_to_one_that_keeps_it()
    {
        UnionCases<string> cases = new UnionCases<string>()
            .Case(""u8, "a"u8, static (ref Utf8JsonReader reader) => Inner(ref reader, isClosed: true))
            .Case(""u8, "a"u8, static (ref Utf8JsonReader reader) => Inner(ref reader, isClosed: false));
        Utf8JsonReader open = Reader("""{"a":{"new":1}}""");
        Utf8JsonReader closed = Reader("""{"a":{}}""");

        cases.TryRead(ref open, out string? kept).ShouldBeTrue();
        cases.TryRead(ref closed, out string? first).ShouldBeTrue();

        kept.ShouldBe("open");
        first.ShouldBe("closed");
    }

    [Fact]
    public void A_case_that_knows_the_value_of_an_enumeration_fits_better()
    {
        var colors = new KnownStrings("red\nblue"u8);
        var sizes = new KnownStrings("small\nlarge"u8);
        UnionCases<string> cases = new UnionCases<string>()
            .Case("kind"u8, "kind"u8, (ref Utf8JsonReader reader) => "color " + Member(ref reader, colors.Read))
            .Case("kind"u8, "kind"u8, (ref Utf8JsonReader reader) => "size " + Member(ref reader, sizes.Read));

        Read("""{"kind":"blue"}""").ShouldBe("color blue");
        Read("""{"kind":"\u006carge"}""").ShouldBe("size large");
        Read("""{"kind":"new"}""").ShouldBe("color new");

        string? Read(string json)
        {
            Utf8JsonReader reader = Reader(json);
            return cases.TryRead(ref reader, out string? value) ? value : null;
        }
    }

    [Fact]
    public void Unions_within_unions_do_not_multiply_without_bound()
    {
        string json = string.Concat(Enumerable.Repeat("{\"next\":", 200)) + "1" + new string('}', 200);
        var clock = Stopwatch.StartNew();
        Utf8JsonReader reader = Reader(json);

        // Every level fails at the innermost value, in each of three ways: 3 to the 200th readings without a bound.
        Nested.TryRead(ref reader, out _).ShouldBeFalse();

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("""{"tag":null}""", "nullable")]
    [InlineData("""{"tag":1}""", "never null")]
    public void The_case_that_allows_null_wins_where_there_is_null(string json, string expected)
    {
        Utf8JsonReader reader = Reader(json);
        UnionCases<string> cases = new UnionCases<string>()
            .Case(""u8, "tag"u8, static (ref Utf8JsonReader one) => Member(ref one, static (ref Utf8JsonReader tag) => Named(JsonRead.IsAbsent(ref tag), "never null")))
            .Case(""u8, "tag"u8, static (ref Utf8JsonReader one) => Member(ref one, static (ref Utf8JsonReader tag) => Named(JsonRead.IsNull(ref tag), "nullable")));

        cases.TryRead(ref reader, out string? picked).ShouldBeTrue();

        picked.ShouldBe(expected);
    }

    private static readonly UnionCases<string> Nested = new UnionCases<string>()
        .Case("next"u8, "next"u8, Deeper).Case("next"u8, "next"u8, Deeper).Case("next"u8, "next"u8, Deeper);

    private static string Deeper(ref Utf8JsonReader reader) => Member(ref reader, static (ref Utf8JsonReader next) =>
        Nested.TryRead(ref next, out string? value) ? value : throw new JsonException("nothing fits"));

    private static string Inner(ref Utf8JsonReader reader, bool isClosed) => Member(ref reader, (ref Utf8JsonReader inner) =>
    {
        var names = new NameTable(ReadOnlySpan<byte>.Empty);
        JsonMembers? rest = null;
        int hint = 0;
        while (names.Next(ref inner, ref hint, out _))
        {
            if (isClosed)
            {
                JsonRead.Skip(ref inner);
            }
            else
            {
                JsonMembers.Add(ref rest, ref inner);
            }
        }

        return isClosed ? "closed" : "open";
    });

    private static string Named(bool _, string name) => name;

    private static T Member<T>(ref Utf8JsonReader reader, ReadJson<T> read)
    {
        reader.Read();
        reader.Read();
        T value = read(ref reader);
        reader.Read();
        return value;
    }

    private static ReadJson<int> As(int number) => (ref Utf8JsonReader reader) =>
    {
        reader.Skip();
        return number;
    };

    private static Utf8JsonReader Reader(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        return reader;
    }
}
