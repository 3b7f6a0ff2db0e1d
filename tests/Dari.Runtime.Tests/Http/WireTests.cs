using System.Globalization;
using System.Text.Json;
using Dari.Http;
using Dari.Runtime.Tests.Json;

namespace Dari.Runtime.Tests.Http;

public sealed class WireTests
{
    [Fact]
    public void Values_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.TimeSeparator = ".";
        odd.DateTimeFormat.DateSeparator = "/";
        CultureInfo.CurrentCulture = odd;
        try
        {
            Wire.Boolean(true).ShouldBe("true");
            Wire.Integer(-5).ShouldBe("-5");
            Wire.UnsignedInteger(ulong.MaxValue).ShouldBe("18446744073709551615");
            Wire.Number(0.1).ShouldBe("0.1");
            Wire.Number(-1e300).ShouldBe("-1E+300");
            Wire.Single(0.1f).ShouldBe("0.1");
            Wire.Decimal(-1.50m).ShouldBe("-1.50");
            Wire.DateTime(
                new DateTimeOffset(2026, 5, 4, 10, 20, 30, 120, TimeSpan.Zero)).ShouldBe("2026-05-04T10:20:30.12Z");
            Wire.DateTime(new DateTimeOffset(
                2026, 5, 4, 10, 20, 30, TimeSpan.FromHours(-3))).ShouldBe("2026-05-04T10:20:30-03:00");
            Wire.Date(new DateOnly(2026, 5, 4)).ShouldBe("2026-05-04");
            Wire.Time(new TimeOnly(10, 20, 30, 500)).ShouldBe("10:20:30.5");
            Wire.Duration(TimeSpan.FromSeconds(-90.5)).ShouldBe("-PT1M30.5S");
            Wire.Guid(Guid.Empty).ShouldBe("00000000-0000-0000-0000-000000000000");
            Wire.Uri(new Uri("https://h/a b")).ShouldBe("https://h/a b");
            Wire.Bytes(new byte[] { 0xFB, 0xFF }).ShouldBe("+/8=");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Null_stays_null()
    {
        Wire.Boolean(null).ShouldBeNull();
        Wire.Integer(null).ShouldBeNull();
        Wire.DateTime(null).ShouldBeNull();
        Wire.Bytes(null).ShouldBeNull();
        Wire.Element(null).ShouldBeNull();
        Wire.Json<Pet>(null, PetJson.Write).ShouldBeNull();
        Wire.Each<int>(null, _ => "x").ShouldBeNull();
        Wire.EachValue<int>(null, _ => "x").ShouldBeNull();
    }

    [Theory]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("1.50", "1.50")]
    [InlineData("[1, 2]", "[1, 2]")]
    [InlineData("null", null)]
    [InlineData("true", "true")]
    public void Any_value_is_its_text(string json, string? expected) =>
        Wire.Element(JsonDocument.Parse(json).RootElement).ShouldBe(expected);

    [Fact]
    public void Items_and_members_are_turned_into_text()
    {
        Wire.Json(new Pet { Id = "p", Age = 1 }, PetJson.Write).ShouldBe("""{"id":"p","age":1}""");
        Wire.Each([1, 2], static i => Wire.Integer(i)).ShouldBe(["1", "2"]);
        Wire.EachValue([KeyValuePair.Create("a", true)], static b => Wire.Boolean(b)).ShouldBe([new("a", "true")]);
    }
}
