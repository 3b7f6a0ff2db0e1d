using System.Collections.Generic;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>A JSONPath query (RFC 9535), read from its text.</summary>
/// <param name="IsRelative">It begins with <c>@</c>, the value that a filter looks at, instead of <c>$</c>.</param>
/// <param name="Segments">Applied one after the other.</param>
internal sealed record JsonPath(bool IsRelative, IReadOnlyList<PathSegment> Segments)
{
    /// <summary>Whether it selects at most one value by its form alone, so that it can be compared (RFC 9535, 2.3.5.1).</summary>
    public bool IsSingular
    {
        get
        {
            foreach (PathSegment segment in Segments)
            {
                if (segment.IsDescendant || segment.Selectors.Count != 1 || segment.Selectors[0] is not (NameSelector or IndexSelector))
                {
                    return false;
                }
            }

            return true;
        }
    }
}

internal sealed record PathSegment(bool IsDescendant, IReadOnlyList<PathSelector> Selectors);

internal abstract record PathSelector;

internal sealed record NameSelector(string Name) : PathSelector;

internal sealed record WildcardSelector : PathSelector;

internal sealed record IndexSelector(long Index) : PathSelector;

internal sealed record SliceSelector(long? Start, long? End, long Step) : PathSelector;

internal sealed record FilterSelector(PathCondition Condition) : PathSelector;

/// <summary>What a filter tests.</summary>
internal abstract record PathCondition;

internal sealed record AnyOfCondition(IReadOnlyList<PathCondition> Conditions) : PathCondition;

internal sealed record AllOfCondition(IReadOnlyList<PathCondition> Conditions) : PathCondition;

internal sealed record NotCondition(PathCondition Condition) : PathCondition;

internal sealed record ExistsCondition(JsonPath Path) : PathCondition;

internal sealed record CompareCondition(PathOperand Left, string Operator, PathOperand Right) : PathCondition;

/// <summary><c>match</c> and <c>search</c>, which are true or false.</summary>
internal sealed record FunctionCondition(PathFunction Function) : PathCondition;

/// <summary>What a filter compares.</summary>
internal abstract record PathOperand;

internal sealed record LiteralOperand(SpecNode Value) : PathOperand;

internal sealed record PathQueryOperand(JsonPath Path) : PathOperand;

internal sealed record FunctionOperand(PathFunction Function) : PathOperand;

/// <param name="Name"><c>length</c>, <c>count</c>, <c>value</c>, <c>match</c> or <c>search</c>.</param>
/// <param name="Arguments">As many as it takes, of the kind it takes.</param>
internal sealed record PathFunction(string Name, IReadOnlyList<PathOperand> Arguments);
