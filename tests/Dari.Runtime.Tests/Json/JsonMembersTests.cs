using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class JsonMembersTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Members_keep_their_order_and_are_found(int count)
    {
        var members = new JsonMembers();
        for (int i = 0; i < count; i++)
        {
            members.Add($"m{i}", AnyJson.From(i));
        }

        members["m1"] = AnyJson.From("changed");
        members[$"m{count}"] = AnyJson.From(count);

        members.Keys.ShouldBe(Enumerable.Range(0, count + 1).Select(i => $"m{i}"));
        members["m1"].GetString().ShouldBe("changed");
        members[$"m{count}"].GetInt32().ShouldBe(count);
        members.ContainsKey("no").ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => members["no"]);
        Should.Throw<ArgumentException>(() => members.Add("m2", AnyJson.Null));
    }

    [Theory]
    [InlineData("""{"a":1,"b":[{"c":"x"}]}""", """{"b":[{"c":"\u0078"}],"a":1.0}""", true)]
    [InlineData("""{"a":1e2}""", """{"a":100}""", true)]
    [InlineData("""{"a":1e300}""", """{"a":2e300}""", false)]
    [InlineData("""{"a":12345678901234567890123.1}""", """{"a":12345678901234567890123.2}""", false)]
    [InlineData("""{"a":{"x":1,"y":2}}""", """{"a":{"y":2,"x":1}}""", true)]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", false)]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", false)]
    [InlineData("""{"a":null}""", """{"b":null}""", false)]
    [InlineData("""{"a":true}""", """{"a":false}""", false)]
    [InlineData("""{"a":"1"}""", """{"a":1}""", false)]
    [InlineData("""{"a":"\ud800"}""", """{"a":"\uD800"}""", true)]
    public void Equality_is_that_of_values(string left, string right, bool expected)
    {
        JsonMembers one = Read(left), other = Read(right);

        one.Equals(other).ShouldBe(expected);
        if (expected)
        {
            other.GetHashCode().ShouldBe(one.GetHashCode());
        }
    }

    [Fact]
    public void The_text_of_members_is_their_names_alone() =>
        Read("""{"token":"secret","b":1}""").ToString().ShouldBe("token, b");

    private static JsonMembers Read(string json) => Texts.Read(json, (ref Utf8JsonReader reader) =>
    {
        JsonMembers? members = null;
        int hint = 0;
        while (new NameTable(""u8).Next(ref reader, ref hint, out _))
        {
            JsonMembers.Add(ref members, ref reader);
        }

        return members ?? [];
    });
}
