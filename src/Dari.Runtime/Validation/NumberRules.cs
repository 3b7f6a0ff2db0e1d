using System.Globalization;

namespace Dari.Validation;

/// <summary>Rules of numbers, exact where both fit a decimal: 0.1 is a tenth.</summary>
internal static class NumberRules
{
    internal static void Check(string number, ValueRules rules, string pointer, List<Violation> found)
    {
        Add(rules.Minimum is { } least && Compare(number, least) < 0, "minimum", $"It must be at least {rules.Minimum}.");
        Add(rules.ExclusiveMinimum is { } above && Compare(number, above) <= 0, "exclusiveMinimum", $"It must be more than {rules.ExclusiveMinimum}.");
        Add(rules.Maximum is { } most && Compare(number, most) > 0, "maximum", $"It must be at most {rules.Maximum}.");
        Add(rules.ExclusiveMaximum is { } below && Compare(number, below) >= 0, "exclusiveMaximum", $"It must be less than {rules.ExclusiveMaximum}.");
        Add(rules.MultipleOf is { } divisor && !IsMultiple(number, divisor), "multipleOf", $"It must be a multiple of {rules.MultipleOf}.");

        void Add(bool isBroken, string rule, string message)
        {
            if (isBroken)
            {
                found.Add(new Violation(pointer, rule, message));
            }
        }
    }

    private static int Compare(string left, string right) => Decimal(left) is { } one && Decimal(right) is { } other
        ? one.CompareTo(other)
        : Double(left).CompareTo(Double(right));

    private static bool IsMultiple(string number, string divisor)
    {
        if (Decimal(number) is { } value && Decimal(divisor) is { } by)
        {
            return by == 0 || value % by == 0;
        }

        double quotient = Double(number) / Double(divisor);
        return Math.Abs(quotient - Math.Round(quotient)) <= Math.Abs(quotient) * 1e-12;
    }

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    private static double Double(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
