using System.Globalization;
using System.Numerics;

namespace Dari.Emulator.Snapshot.Python;

/// <summary>Turns expressions into functions of what they work on.</summary>
internal sealed class PythonExpressions(PythonTokens tokens)
{
    // Expressions nest on the stack of the emulator, which has to stand it.
    private const int MostNesting = 100;

    private static readonly string[][] Levels =
        [["or"], ["and"], ["==", "!=", "<", "<=", ">", ">="], ["+", "-"], ["*", "/", "//", "%"]];

    private int _nesting;

    public Func<PythonScope, object?> Read(int level = 0)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        if (level == 2 && tokens.Take("not"))
        {
            Func<PythonScope, object?> denied = Nested(() => Read(level));
            return scope => !PythonValue.IsTrue(denied(scope));
        }

        Func<PythonScope, object?> left = Read(level + 1);
        while (Array.Find(Levels[level], one => tokens.Next.Is(one)) is { } operation)
        {
            tokens.Skip();
            left = Combine(operation, left, Read(level + 1));
        }

        return left;
    }

    private static Func<PythonScope, object?> Combine(
        string operation, Func<PythonScope, object?> left, Func<PythonScope, object?> right) =>
        operation switch
        {
            "or" => scope => left(scope) is var value && PythonValue.IsTrue(value) ? value : right(scope),
            "and" => scope => left(scope) is var value && !PythonValue.IsTrue(value) ? value : right(scope),
            _ => scope => PythonValue.Apply(operation, left(scope), right(scope)),
        };

    private Func<PythonScope, object?> Unary()
    {
        if (tokens.Take("-"))
        {
            Func<PythonScope, object?> negated = Nested(Unary);
            return scope => PythonValue.Negate(negated(scope));
        }

        Func<PythonScope, object?> value = Nested(Primary);
        if (!tokens.Take("**"))
        {
            return value;
        }

        Func<PythonScope, object?> exponent = Nested(Unary);
        return scope => PythonValue.Apply("**", value(scope), exponent(scope));
    }

    private Func<PythonScope, object?> Nested(Func<Func<PythonScope, object?>> parse)
    {
        if (++_nesting > MostNesting)
        {
            throw PythonFault.Syntax("too many nested parentheses");
        }

        Func<PythonScope, object?> value = parse();
        _nesting--;
        return value;
    }

    private Func<PythonScope, object?> Primary()
    {
        PythonToken token = tokens.Next;
        tokens.Skip();
        switch (token.Kind)
        {
            case PythonTokenKind.Number:
                object number = Number(token.Text);
                return _ => number;
            case PythonTokenKind.String or PythonTokenKind.FormatString:
                return Strings(token);
            case PythonTokenKind.Name when tokens.Take("("):
                return Call(token.Text);
            case PythonTokenKind.Name:
                return scope => scope.Variable(token.Text);
            case PythonTokenKind.Operator when token.Text == "(":
                Func<PythonScope, object?> inner = Read();
                return tokens.Take(")") ? inner : throw PythonFault.Syntax();
            default:
                throw PythonFault.Syntax();
        }
    }

    /// <summary>Strings side by side are one.</summary>
    private Func<PythonScope, object?> Strings(PythonToken first)
    {
        List<Func<PythonScope, object?>> parts = [Part(first)];
        while (tokens.Next.Kind is PythonTokenKind.String or PythonTokenKind.FormatString)
        {
            parts.Add(Part(tokens.Next));
            tokens.Skip();
        }

        return scope => string.Concat(parts.Select(part => (string)part(scope)!));
    }

    private static Func<PythonScope, object?> Part(PythonToken token) =>
        token.Kind == PythonTokenKind.String ? _ => token.Text : Formatted(token.Text);

    private static Func<PythonScope, object?> Formatted(string text)
    {
        var parts = new List<Func<PythonScope, string>>();
        string rest = text;
        while (rest.IndexOf('{') is >= 0 and var start)
        {
            int end = rest.IndexOf('}', start);
            if (end < 0)
            {
                throw PythonFault.Syntax("f-string: expecting '}'");
            }

            string before = rest[..start];
            var inner = new PythonTokens(rest[(start + 1)..end]);
            Func<PythonScope, object?> value = new PythonExpressions(inner).Read();
            if (!inner.IsEnd)
            {
                throw PythonFault.Syntax("f-string: invalid syntax");
            }

            parts.Add(scope => before + PythonValue.Text(value(scope)));
            rest = rest[(end + 1)..];
        }

        return scope => string.Concat(parts.Select(part => part(scope))) + rest;
    }

    private Func<PythonScope, object?> Call(string name)
    {
        var values = new List<Func<PythonScope, object?>>();
        var named = new List<(string Name, Func<PythonScope, object?> Value)>();
        while (!tokens.Take(")"))
        {
            if (tokens.Next.Kind == PythonTokenKind.Name && tokens.Second.Is("="))
            {
                string key = tokens.Next.Text;
                tokens.Skip(2);
                named.Add((key, Read()));
            }
            else
            {
                values.Add(Read());
            }

            if (!tokens.Take(",") && !tokens.Next.Is(")"))
            {
                throw PythonFault.Syntax();
            }
        }

        return scope => PythonFunctions.Call(
            name, [.. values.Select(value => value(scope))], named.ToDictionary(static one => one.Name, one => one.Value(scope)), scope);
    }

    private static object Number(string text) =>
        BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger whole) ? whole
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) ? real
        : throw PythonFault.Syntax("invalid decimal literal");
}
