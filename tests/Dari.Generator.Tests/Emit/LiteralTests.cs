using Dari.Generator.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Generator.Tests.Emit;

public sealed class LiteralTests
{
    [Fact]
    public void Every_code_unit_survives()
    {
        string all = new([.. Enumerable.Range(0, 0x10000).Select(code => (char)code)]);

        SyntaxToken literal = SyntaxFactory.ParseToken(Literal.String(all).Text);

        literal.Value.ShouldBe(all);
        literal.Text.Any(c => char.IsControl(c) || char.IsSurrogate(c)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("\\", "\"\\\\\"")]
    [InlineData("\r\n\t", "\"\\r\\n\\t\"")]
    [InlineData("\u202E\u2028\u0085\u00A0", "\"\\u202E\\u2028\\u0085\\u00A0\"")]
    [InlineData("é漢😀", "\"é漢😀\"")]
    [InlineData("\uDB40\uDC01", "\"\\uDB40\\uDC01\"")]
    public void What_nobody_sees_is_escaped(string text, string literal) => Literal.String(text).Text.ShouldBe(literal);

    [Fact]
    public void Half_a_pair_has_no_bytes() => Literal.Utf8("a\uD800").Text.ShouldBe("\"a\\uFFFD\"u8");

    [Fact]
    public void Braces_of_an_interpolated_text_are_doubled() => Literal.InterpolatedText("/{a}\"").Text.ShouldBe("/{{a}}\\\"");

    [Theory]
    [InlineData("2", "2")]
    [InlineData("2.0", "2")]
    [InlineData("-1e3", "-1000")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    public void Whole_numbers_are_written_plainly(string text, string literal) => Literal.Integer(text).Text.ShouldBe(literal);

    [Theory]
    [InlineData("1e-3", "0.001D")]
    [InlineData("-0.5", "-0.5D")]
    [InlineData("1E+300", "1E+300D")]
    public void Numbers_are_doubles(string text, string literal) => Literal.Double(text).Text.ShouldBe(literal);
}
