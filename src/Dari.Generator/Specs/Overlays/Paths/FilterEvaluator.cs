using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Specs.Overlays.Patterns;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>Says whether a condition holds for a value. What a query does not find is nothing, which equals only nothing.</summary>
internal sealed class FilterEvaluator(PathEvaluator paths)
{
    private readonly Dictionary<string, RegularPattern?> _patterns = new(StringComparer.Ordinal);

    public bool Holds(PathCondition condition, PathMatch current) => condition switch
    {
        AnyOfCondition any => any.Conditions.Any(one => Holds(one, current)),
        AllOfCondition all => all.Conditions.All(one => Holds(one, current)),
        NotCondition not => !Holds(not.Condition, current),
        ExistsCondition exists => paths.Select(exists.Path, current).Count > 0,
        FunctionCondition test => Matches(test.Function, current),
        CompareCondition compare => Compare(Value(compare.Left, current), compare.Operator, Value(compare.Right, current)),
        _ => throw new InvalidOperationException(condition.GetType().Name),
    };

    private SpecNode? Value(PathOperand operand, PathMatch current)
    {
        switch (operand)
        {
            case LiteralOperand literal:
                return literal.Value;
            case PathQueryOperand query:
                return Only(paths.Select(query.Path, current));
            case FunctionOperand { Function: { Name: "length" } length }:
                return Length(Value(length.Arguments[0], current));
            case FunctionOperand { Function: { Name: "count" } count }:
                return Number(Nodes(count, current).Count);
            case FunctionOperand { Function: { Name: "value" } value }:
                return Only(Nodes(value, current));
            default:
                throw new InvalidOperationException(operand.GetType().Name);
        }
    }

    private static SpecNode? Only(List<PathMatch> matches) => matches.Count == 1 ? matches[0].Node : null;

    private List<PathMatch> Nodes(PathFunction function, PathMatch current) =>
        paths.Select(((PathQueryOperand)function.Arguments[0]).Path, current);

    private static SpecNode? Length(SpecNode? value) => value?.Kind switch
    {
        // Characters, not UTF-16 code units.
        SpecNodeKind.String => Number(value.Text.Count(unit => !char.IsLowSurrogate(unit))),
        SpecNodeKind.Array => Number(value.Items.Length),
        SpecNodeKind.Object => Number(value.Members.Length),
        _ => null,
    };

    private bool Matches(PathFunction function, PathMatch current)
    {
        if (Value(function.Arguments[0], current) is not { Kind: SpecNodeKind.String } text
            || Value(function.Arguments[1], current) is not { Kind: SpecNodeKind.String } pattern)
        {
            return false;
        }

        if (!_patterns.TryGetValue(pattern.Text, out RegularPattern? compiled))
        {
            // What is no I-Regexp matches nothing (RFC 9535, 2.4.6).
            compiled = PatternReader.Read(pattern.Text);
            _patterns.Add(pattern.Text, compiled);
        }

        return compiled is not null && compiled.IsMatch(text.Text, isWhole: function.Name == "match", paths.Count);
    }

    private static bool Compare(SpecNode? left, string comparison, SpecNode? right) => comparison switch
    {
        "==" => AreEqual(left, right),
        "!=" => !AreEqual(left, right),
        "<" => IsLess(left, right),
        ">" => IsLess(right, left),
        "<=" => IsLess(left, right) || AreEqual(left, right),
        _ => IsLess(right, left) || AreEqual(left, right),
    };

    private static bool AreEqual(SpecNode? left, SpecNode? right)
    {
        if (left is null || right is null || left.Kind != right.Kind)
        {
            return left is null && right is null;
        }

        return left.Kind switch
        {
            SpecNodeKind.Number => Order(left.Text, right.Text) == 0,
            SpecNodeKind.Array => left.Items.Length == right.Items.Length && left.Items.Zip(right.Items, AreEqual).All(same => same),
            SpecNodeKind.Object => left.Members.Length == right.Members.Length
                && left.Members.All(member => right.Member(member.Name) is { } other && AreEqual(member.Value, other)),
            _ => left.Text == right.Text,
        };
    }

    private static bool IsLess(SpecNode? left, SpecNode? right) => (left?.Kind, right?.Kind) switch
    {
        (SpecNodeKind.Number, SpecNodeKind.Number) => Order(left!.Text, right!.Text) < 0,
        (SpecNodeKind.String, SpecNodeKind.String) => string.CompareOrdinal(left!.Text, right!.Text) < 0,
        _ => false,
    };

    /// <summary>Exactly where both fit a decimal, else as the nearest doubles.</summary>
    private static int Order(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal a)
        && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal b)
            ? a.CompareTo(b)
            : Approximate(left).CompareTo(Approximate(right));

    private static double Approximate(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : number[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;

    private static SpecNode Number(int value) =>
        new() { Kind = SpecNodeKind.Number, Start = 0, End = 0, Text = value.ToString(CultureInfo.InvariantCulture) };
}
