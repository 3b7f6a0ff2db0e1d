using Dari.Http;
using Dari.Runtime.Tests.Json;

namespace Dari.Runtime.Tests.Http;

public sealed class QueryTests
{
    private static readonly KeyValuePair<string, string?>[] Map = [new(
        "R", "100"), new("a b", "x&y"), new("none", null)];

    [Fact]
    public void Values_are_encoded_and_nulls_left_out()
    {
        ApiRequest request = Service.Get();
        request.AddQuery("path", "/a b/é?&=+#");
        request.AddQuery("none", null);
        request.AddQuery("empty", "");
        request.AddQuery("na me", "1");

        request.Query.ShouldBe("path=%2Fa%20b%2F%C3%A9%3F%26%3D%2B%23&empty=&na%20me=1");
    }

    [Theory]
    [InlineData("/a/b:c?d@!$'()*,;=", "/a/b:c?d@!$'()*,;=")]
    [InlineData("a%2Fb%zz", "a%2Fb%25zz")]
    [InlineData("a&b+c#d[e] f", "a%26b%2Bc%23d%5Be%5D%20f")]
    public void Reserved_characters_may_stay(string value, string expected)
    {
        ApiRequest request = Service.Get();
        request.AddQuery("q", value, allowReserved: true);

        request.Query.ShouldBe("q=" + expected);
    }

    [Theory]
    [InlineData(ListStyle.Multi, "n=a%2Cb&n=&n=c")]
    [InlineData(ListStyle.Comma, "n=a%2Cb,,c")]
    [InlineData(ListStyle.Space, "n=a%2Cb%20%20c")]
    [InlineData(ListStyle.Pipe, "n=a%2Cb%7C%7Cc")]
    [InlineData(ListStyle.Tab, "n=a%2Cb%09%09c")]
    public void Lists_have_styles(ListStyle style, string expected)
    {
        ApiRequest request = Service.Get();
        request.AddQueryList("n", ["a,b", null, "", "c"], style);
        request.AddQueryList("none", null, style);
        request.AddQueryList("none", [], style);

        request.Query.ShouldBe(expected);
    }

    [Theory]
    [InlineData(MapStyle.Exploded, "metadata.R=100&metadata.a%20b=x%26y")]
    [InlineData(MapStyle.DeepObject, "metadata.%5BR%5D=100&metadata.%5Ba%20b%5D=x%26y")]
    [InlineData(MapStyle.Comma, "metadata.=R,100,a%20b,x%26y")]
    [InlineData(MapStyle.Space, "metadata.=R%20100%20a%20b%20x%26y")]
    [InlineData(MapStyle.Pipe, "metadata.=R%7C100%7Ca%20b%7Cx%26y")]
    public void Maps_have_styles(MapStyle style, string expected)
    {
        ApiRequest request = Service.Get();
        request.AddQueryMap("metadata.", Map, style);
        request.AddQueryMap("none", null, style);

        request.Query.ShouldBe(expected);
    }

    [Theory]
    [InlineData(MapStyle.Exploded, "x.id=p&x.age=1&x.friends=%7B%22id%22%3A%22q%22%2C%22age%22%3A2%7D")]
    [InlineData(MapStyle.DeepObject, "n%5Bid%5D=p&n%5Bage%5D=1&n%5Bfriends%5D%5B0%5D%5Bid%5D=q&n%5Bfriends%5D%5B0%5D%5Bage%5D=2")]
    public void Objects_are_written_member_by_member(MapStyle style, string expected)
    {
        ApiRequest request = Service.Get();
        var pet = new Pet { Id = "p", Age = 1, Owner = null, Friends = [new() { Id = "q", Age = 2 }] };
        request.AddQueryObject("n", pet, PetJson.Write, style, "x.");
        request.AddQueryObject<Pet>("none", null, PetJson.Write, style);

        request.Query.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public void Header_values_cannot_add_headers(string value)
    {
        Should.Throw<ArgumentException>(() => Service.Get().AddHeader("X-A", value)).Message.ShouldNotContain("Evil");
        Should.Throw<ArgumentException>(() => Service.Get().AddHeader("X A", "x"));
        Should.Throw<ArgumentException>(() => Service.Get().AddCookie("a b", "x"));
    }
}
