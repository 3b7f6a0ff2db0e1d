using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dari.Corpus.Values;

/// <summary>Between which numbers a schema allows one; limits can be left out themselves, as a boolean in 3.0 and a number in 3.1.</summary>
internal sealed record Limits(decimal? Least, bool IsAboveLeast, decimal? Most, bool IsBelowMost, decimal? Step)
{
    public static Limits Of(FlatSchema schema)
    {
        decimal? least = schema.Number("minimum");
        decimal? above = schema.Number("exclusiveMinimum");
        decimal? most = schema.Number("maximum");
        decimal? below = schema.Number("exclusiveMaximum");
        bool isAbove = above is not null && !(least > above);
        bool isBelow = below is not null && !(most < below);
        return new Limits(
            isAbove ? above : least,
            isAbove || IsTrue(schema, "exclusiveMinimum"),
            isBelow ? below : most,
            isBelow || IsTrue(schema, "exclusiveMaximum"),
            schema.Number("multipleOf"));
    }

    // The other validator compares as decimals, to which a number that is all but zero is zero.
    public bool Allow(double value) =>
        ((Least is null && Most is null) || value == 0 || Math.Abs(value) > 1e-20)
        && (Least is not { } least || (IsAboveLeast ? value > (double)least : value >= (double)least))
        && (Most is not { } most || (IsBelowMost ? value < (double)most : value <= (double)most))
        && (Step is not { } step || step == 0 || (Math.Abs(value) < 1e9 && (decimal)value % step == 0));

    /// <summary>The limits as numbers that a format can hold.</summary>
    public IEnumerable<string> Edges(string? format)
    {
        foreach (decimal limit in new[] { Least, Most }.OfType<decimal>())
        {
            string text = limit.ToString(CultureInfo.InvariantCulture);
            bool isHeld = format switch
            {
                "float" => Math.Abs(limit) < 1e28m && (decimal)(float)limit == limit,
                "decimal" => true,
                _ => Math.Abs(limit) < 1e28m && (decimal)(double)limit == limit,
            };
            if (isHeld)
            {
                yield return text;
            }
        }
    }

    /// <summary>A number where none of the usual ones is allowed.</summary>
    public string Within()
    {
        decimal value = (Least, Most) switch
        {
            ({ } least, { } most) => least + ((most - least) / 2),
            ({ } least, null) => least + 1,
            (null, { } most) => most - 1,
            _ => 0,
        };
        value = Step is { } step && step > 0 ? decimal.Ceiling(value / step) * step : decimal.Round(value, 6);
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsTrue(FlatSchema schema, string keyword) =>
        schema.Keywords.GetValueOrDefault(keyword) is JsonValue value && value.GetValueKind() == JsonValueKind.True;
}
