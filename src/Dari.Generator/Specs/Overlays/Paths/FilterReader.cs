using System;
using System.Collections.Generic;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>Reads what stands behind the <c>?</c> of a filter.</summary>
internal sealed class FilterReader(PathCursor cursor, JsonPathReader paths)
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    public PathCondition ReadCondition()
    {
        paths.Enter();
        var alternatives = new List<PathCondition>();
        do
        {
            alternatives.Add(ReadAll());
            cursor.SkipBlanks();
        }
        while (cursor.TryTake("||"));

        paths.Leave();
        return alternatives.Count == 1 ? alternatives[0] : new AnyOfCondition(alternatives);
    }

    private PathCondition ReadAll()
    {
        var conditions = new List<PathCondition>();
        do
        {
            cursor.SkipBlanks();
            conditions.Add(ReadBasic());
            cursor.SkipBlanks();
        }
        while (cursor.TryTake("&&"));

        return conditions.Count == 1 ? conditions[0] : new AllOfCondition(conditions);
    }

    private PathCondition ReadBasic()
    {
        if (cursor.Current == '!' && cursor.At(1) != '=')
        {
            cursor.Position++;
            cursor.SkipBlanks();
            return new NotCondition(cursor.Current == '(' ? ReadParentheses() : ReadTest(isNegated: true));
        }

        return cursor.Current == '(' ? ReadParentheses() : ReadTest(isNegated: false);
    }

    private PathCondition ReadParentheses()
    {
        cursor.Take("(");
        PathCondition condition = ReadCondition();
        cursor.SkipBlanks();
        cursor.Take(")");
        return condition;
    }

    /// <summary>A comparison, or something whose being there is the test.</summary>
    private PathCondition ReadTest(bool isNegated)
    {
        PathOperand left = ReadOperand();
        int before = cursor.Position;
        cursor.SkipBlanks();
        if (!isNegated && Array.Find(Operators, cursor.TryTake) is { } comparison)
        {
            cursor.SkipBlanks();
            return new CompareCondition(Comparable(left), comparison, Comparable(ReadOperand()));
        }

        cursor.Position = before;
        return left switch
        {
            PathQueryOperand query => new ExistsCondition(query.Path),
            FunctionOperand { Function.Name: "match" or "search" } test => new FunctionCondition(test.Function),
            _ => throw cursor.Expected("a comparison such as '=='"),
        };
    }

    private PathOperand Comparable(PathOperand operand) => operand switch
    {
        PathQueryOperand { Path.IsSingular: false } => throw cursor.Expected("something to compare that is one value, before this"),
        FunctionOperand { Function.Name: "match" or "search" } => throw cursor.Expected("'match' and 'search' without a comparison"),
        _ => operand,
    };

    private PathOperand ReadOperand()
    {
        if (cursor.Current is '@' or '$')
        {
            return new PathQueryOperand(paths.ReadPath());
        }

        if (PathLiterals.Value(cursor) is { } literal)
        {
            return new LiteralOperand(literal);
        }

        return PathLiterals.ShortName(cursor) is { } name && cursor.Current == '('
            ? new FunctionOperand(ReadFunction(name))
            : throw cursor.Expected("'@', '$', a value or a function");
    }

    private PathFunction ReadFunction(string name)
    {
        paths.Enter();
        cursor.Take("(");
        var arguments = new List<PathOperand>();
        cursor.SkipBlanks();
        while (cursor.Current != ')')
        {
            arguments.Add(ReadOperand());
            cursor.SkipBlanks();
            if (!cursor.TryTake(","))
            {
                break;
            }

            cursor.SkipBlanks();
        }

        cursor.Take(")");
        paths.Leave();
        int expected = name switch
        {
            "length" or "count" or "value" => 1,
            "match" or "search" => 2,
            _ => throw new JsonPathException("there is no function '" + name + "'; there are length, count, value, match and search"),
        };

        bool takesNodes = name is "count" or "value";
        bool fits = arguments.Count == expected && arguments.TrueForAll(
            argument => takesNodes ? argument is PathQueryOperand : Comparable(argument) is not null);
        return fits
            ? new PathFunction(name, arguments)
            : throw new JsonPathException("'" + name + "' takes " + (takesNodes ? "one query" : expected == 1 ? "one value" : "two values"));
    }
}
