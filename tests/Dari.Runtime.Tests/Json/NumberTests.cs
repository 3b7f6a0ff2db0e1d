using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class NumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("0e99999999999", 0)]
    [InlineData("1.0", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("1.25E+2", 125)]
    [InlineData("-12000e-3", -12)]
    [InlineData("0.0000000000000000000000000000000000001e37", 1)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648.000", int.MinValue)]
    public void Whole_numbers_are_read_in_any_form(string json, int expected)
    {
        Texts.Read(json, JsonRead.Int32).ShouldBe(expected);
        Texts.Read(json, JsonRead.Int64).ShouldBe(expected);
        Texts.Read($"\"{json}\"", JsonRead.Int64OrText).ShouldBe(expected);
        Texts.Read(json, JsonRead.Int32OrText).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2147483648", "expected a whole number from -2147483648 to 2147483647, found a number outside that range")]
    [InlineData("1e400", "expected a whole number from -2147483648 to 2147483647, found a number outside that range")]
    [InlineData("1e99999999999", "expected a whole number from -2147483648 to 2147483647, found a number outside that range")]
    [InlineData("1.5", "expected a whole number from -2147483648 to 2147483647, found a number with a fraction")]
    [InlineData("1e-99999999999", "expected a whole number from -2147483648 to 2147483647, found a number with a fraction")]
    [InlineData("15e-1", "expected a whole number from -2147483648 to 2147483647, found a number with a fraction")]
    [InlineData("\"1\"", "expected a number, found a string")]
    [InlineData("null", "expected a number, found null")]
    [InlineData("[]", "expected a number, found an array")]
    public void What_is_no_such_number_is_refused(string json, string message) =>
        Texts.Fails(json, JsonRead.Int32).Message.ShouldStartWith(
            message + ". Path: $ | LineNumber: 0 | BytePositionInLine: 0.");

    [Fact]
    public void Ranges_are_exact_at_their_ends()
    {
        Texts.Read("18446744073709551615", JsonRead.UInt64).ShouldBe(ulong.MaxValue);
        Texts.Read("1844674407370955161.5e1", JsonRead.UInt64).ShouldBe(ulong.MaxValue);
        Texts.Fails("18446744073709551616", JsonRead.UInt64).Message.ShouldContain("18446744073709551615");
        Texts.Fails("-1", JsonRead.UInt64).Message.ShouldContain("from 0 to");
        Texts.Read("-9223372036854775808", JsonRead.Int64).ShouldBe(long.MinValue);
        Texts.Fails("-9223372036854775809", JsonRead.Int64).Message.ShouldContain("-9223372036854775808");
        Texts.Read("4294967295.0", JsonRead.UInt32).ShouldBe(uint.MaxValue);
        Texts.Fails("4294967296", JsonRead.UInt32).Message.ShouldContain("4294967295");
        Texts.Fails("1e309", JsonRead.Double).Message.ShouldContain("1.7976931348623157E+308");
        Texts.Fails("1e39", JsonRead.Single).Message.ShouldContain("3.4028235E+38");
        Texts.Fails(
            "79228162514264337593543950336", JsonRead.Decimal).Message.ShouldContain("79228162514264337593543950335");
    }

    [Theory]
    [InlineData("1.10")]
    [InlineData("0.1000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-0.5")]
    public void Decimals_keep_their_digits(string json)
    {
        Texts.Write(Texts.Read(json, JsonRead.Decimal), JsonWrite.DecimalValue).ShouldBe(json);
        Texts.Read($"\"{json}\"", JsonRead.DecimalOrText).ShouldBe(Texts.Read(json, JsonRead.Decimal));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(1.0 / 3)]
    public void Doubles_come_back_exactly(double value)
    {
        string json = Texts.Write(value, JsonWrite.DoubleValue);

        Texts.Read(json, JsonRead.Double).ShouldBe(value);
        Texts.Read($"\"{json}\"", JsonRead.DoubleOrText).ShouldBe(value);
        Texts.Write(0.1f, JsonWrite.SingleValue).ShouldBe("0.1");
    }

    [Fact]
    public void Named_numbers_are_read_from_text_alone()
    {
        Texts.Read("\"NaN\"", JsonRead.DoubleOrText).ShouldBe(double.NaN);
        Texts.Read("\"-Infinity\"", JsonRead.DoubleOrText).ShouldBe(double.NegativeInfinity);
        Texts.Read("\"Infinity\"", JsonRead.SingleOrText).ShouldBe(float.PositiveInfinity);
        Should.Throw<ArgumentException>(() => Texts.Write(double.NaN, JsonWrite.DoubleValue));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"12 \"")]
    [InlineData("\"+1\"")]
    [InlineData("\"0x1\"")]
    [InlineData("\"1e\"")]
    [InlineData("\"twelve\"")]
    [InlineData("\"01\"")]
    public void Text_that_is_no_number_is_refused_without_being_quoted(string json)
    {
        Texts.Fails(json, JsonRead.Int64OrText).Message.ShouldStartWith(
            "expected a number, or a string that holds one, found another string");
        Texts.Fails(json, JsonRead.DoubleOrText).Message.ShouldNotContain("twelve");
        Texts.Fails(json, JsonRead.DecimalOrText);
    }
}
