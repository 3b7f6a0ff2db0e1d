using System.Globalization;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Schemas;

/// <summary>C# types of strings, numbers and booleans by their type and format.</summary>
internal static class ScalarKinds
{
    public static ScalarKind? Of(SchemaShape shape) => shape.Types switch
    {
        SchemaTypes.String => Text(shape),
        SchemaTypes.Integer => Integer(shape),
        SchemaTypes.Number => Number(shape),

        // Without a format it may be a whole number of 64 bits, whose digits a double has not.
        SchemaTypes.Number | SchemaTypes.Integer when shape.Format is not null => Number(shape),
        SchemaTypes.Boolean => ScalarKind.Boolean,

        // ASP.NET Core writes numbers as [integer, string] with a pattern: they are numbers.
        SchemaTypes.Integer | SchemaTypes.String when shape.Pattern is not null => ScalarKind.Int64OrText,
        SchemaTypes.Number | SchemaTypes.String when shape.Pattern is not null => ScalarKind.DoubleOrText,
        SchemaTypes.None => Untyped(shape),
        _ => null,
    };

    // Kept as text, because their value would not survive: durations with months or years do not fit a TimeSpan and
    // PT36H would come back as P1DT12H; a time of RFC 3339 has an offset, which TimeOnly has not.
    private static ScalarKind Text(SchemaShape shape) => shape.Format switch
    {
        "date-time" => ScalarKind.DateTime,
        "date" => ScalarKind.Date,
        "uuid" => ScalarKind.Guid,
        "uri" => ScalarKind.Uri,
        "byte" => ScalarKind.Bytes,
        _ => ScalarKind.String,
    };

    private static ScalarKind Integer(SchemaShape shape) => shape.Format switch
    {
        "int32" or "int16" or "int8" or "uint8" or "uint16" => ScalarKind.Int32,
        "uint32" => ScalarKind.UInt32,
        "uint64" => ScalarKind.UInt64,
        _ => NeedsUnsigned(shape) ? ScalarKind.UInt64 : ScalarKind.Int64,
    };

    private static ScalarKind Number(SchemaShape shape) => shape.Format switch
    {
        "float" => ScalarKind.Single,
        "decimal" => ScalarKind.Decimal,
        "int32" => ScalarKind.Int32,
        "int64" or "integer" or "long" => ScalarKind.Int64,
        _ => ScalarKind.Double,
    };

    private static ScalarKind? Untyped(SchemaShape shape) => shape.Format switch
    {
        "date-time" or "date" or "uuid" or "uri" or "byte" => Text(shape),
        "email" or "hostname" or "ipv4" or "ipv6" or "password" or "binary" => ScalarKind.String,
        "int32" or "int64" when shape.Pattern is null => Integer(shape),
        "float" or "double" when shape.Pattern is null => Number(shape),

        // A format of numbers and a pattern of texts: it may be either.
        "int32" or "int64" or "float" or "double" => null,
        _ => shape.Pattern is not null ? ScalarKind.String : null,
    };

    // JavaScript writes the limits of 64 bits rounded up, as 9223372036854776000: with a minimum below zero they are meant.
    private static bool NeedsUnsigned(SchemaShape shape) =>
        shape.Minimum?.StartsWith("-", System.StringComparison.Ordinal) != true
        && shape.Maximum is { } maximum
        && !long.TryParse(maximum, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        && ulong.TryParse(maximum, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
