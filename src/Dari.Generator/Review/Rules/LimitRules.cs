using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Review.Rules;

/// <summary>Limits of values. Generated code does not check them: who receives can read on, but the program may wonder.</summary>
internal static class LimitRules
{
    private static readonly Dictionary<string, (Rule Narrowed, Rule Widened)> Pairs = new[]
    {
        ("minimum", "minimum"), ("maximum", "maximum"), ("exclusiveMinimum", "exclusive-minimum"), ("exclusiveMaximum", "exclusive-maximum"),
        ("minLength", "min-length"), ("maxLength", "max-length"), ("minItems", "min-items"), ("maxItems", "max-items"),
        ("minProperties", "min-properties"), ("maxProperties", "max-properties"), ("multipleOf", "multiple-of"), ("pattern", "pattern"),
        ("uniqueItems", "unique-items"),
    }.ToDictionary(pair => pair.Item1, pair => Rule.Pair(
        pair.Item2 + "-tightened",
        "'" + pair.Item1 + "' of {0} was {1} and is {2}",
        pair.Item2 + "-loosened",
        "'" + pair.Item1 + "' of {0} was {1} and is {2}",
        Level.Risky));

    public static readonly Rule PatternChanged = Rule.Self(
        "pattern-changed", Level.Breaking, Level.Risky, "'pattern' of {0} was {1} and is {2}", "Nobody can say whether one allows all that the other does.");

    public static readonly Rule MultipleOfChanged = Rule.Self(
        "multiple-of-changed", Level.Breaking, Level.Risky, "'multipleOf' of {0} was {1} and is {2}", "Values that fitted one may not fit the other.");

    public static IEnumerable<Rule> All => Pairs.Values.SelectMany(pair => new[] { pair.Narrowed, pair.Widened }).Concat([PatternChanged, MultipleOfChanged]);

    public static bool Knows(string keyword) => Pairs.ContainsKey(keyword);

    public static Rule Narrowed(string keyword) => Pairs[keyword].Narrowed;

    public static Rule Widened(string keyword) => Pairs[keyword].Widened;
}
