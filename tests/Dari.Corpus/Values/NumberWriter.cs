using System.Globalization;
using System.Text.Json.Nodes;

namespace Dari.Corpus.Values;

/// <summary>Numbers at the edges of what a schema allows, and the edges of what computers have.</summary>
internal sealed class NumberWriter(Random random)
{
    private static readonly string[] Doubles = ["0", "1", "-1", "0.1", "-2.5", "1.7976931348623157E+308", "5E-324", "123456789.125"];

    private static readonly string[] Singles = ["0", "1", "-0.5", "3.4028235E+38", "0.1", "16777216"];

    /// <summary>As many digits as a decimal has.</summary>
    public static readonly string[] Decimals = ["0", "0.1", "79228162514264337593543950335", "-1.0000000000000000000000000001", "12.50"];

    public JsonNode Integer(FlatSchema schema)
    {
        string? format = schema.Keywords.GetValueOrDefault("format")?.ToString();
        (decimal lowest, decimal highest) = format switch
        {
            "int32" => ((decimal)int.MinValue, (decimal)int.MaxValue),
            "int8" => ((decimal)sbyte.MinValue, (decimal)sbyte.MaxValue),
            "uint8" => ((decimal)byte.MinValue, (decimal)byte.MaxValue),
            "int16" => ((decimal)short.MinValue, (decimal)short.MaxValue),
            "uint16" => ((decimal)ushort.MinValue, (decimal)ushort.MaxValue),
            "uint32" => ((decimal)uint.MinValue, (decimal)uint.MaxValue),
            "uint64" => ((decimal)ulong.MinValue, (decimal)ulong.MaxValue),
            _ => ((decimal)long.MinValue, (decimal)long.MaxValue),
        };
        Limits limits = Limits.Of(schema);
        lowest = Math.Max(lowest, limits.Least is { } least ? decimal.Ceiling(least) + (limits.IsAboveLeast && decimal.Ceiling(least) == least ? 1 : 0) : lowest);
        decimal? most = limits.Most is { } last ? decimal.Floor(last) - (limits.IsBelowMost && decimal.Floor(last) == last ? 1 : 0) : null;

        // JavaScript cannot write the limits of 64 bits and rounds them: below zero they are those of a signed number.
        most = most > long.MaxValue && lowest < 0 ? long.MaxValue : most;
        highest = most > highest && format is null && most <= ulong.MaxValue ? most.Value : Math.Min(highest, most ?? highest);
        decimal value = random.Next(5) switch
        {
            0 => lowest,
            1 => highest,
            2 => 0,
            3 => 1,
            _ => random.Next(),
        };
        return JsonNode.Parse(OnStep(Math.Max(lowest, Math.Min(highest, value)), lowest, highest, limits.Step).ToString("0", CultureInfo.InvariantCulture))!;
    }

    public JsonNode Number(FlatSchema schema)
    {
        string? format = schema.Keywords.GetValueOrDefault("format")?.ToString();
        if (format is "int32" or "int64" or "integer" or "long")
        {
            return Integer(schema);
        }

        string[] edges = format switch
        {
            "float" => Singles,
            "decimal" => Decimals,
            _ => Doubles,
        };
        Limits limits = Limits.Of(schema);
        string[] allowed = [.. edges.Concat(limits.Edges(format)).Where(text => limits.Allow(double.Parse(text, CultureInfo.InvariantCulture)))];
        return JsonNode.Parse(allowed.Length > 0 ? allowed[random.Next(allowed.Length)] : limits.Within())!;
    }

    private static decimal OnStep(decimal value, decimal lowest, decimal highest, decimal? step)
    {
        if (step is not { } size || size <= 0)
        {
            return value;
        }

        decimal below = decimal.Floor(value / size) * size;
        return below >= lowest ? below : below + size <= highest ? below + size : value;
    }
}
