using System.Globalization;
using System.Numerics;

namespace Dari.Emulator.Snapshot.Python;

/// <summary>
/// Values of Python code: null, <see cref="bool"/>, <see cref="BigInteger"/>, <see cref="double"/>,
/// <see cref="string"/>, <see cref="PythonStream"/>.
/// </summary>
internal static class PythonValue
{
    // Larger numbers would only keep the emulator busy.
    private const int LargestExponent = 10_000;
    private const int LongestText = 1 << 20;

    public static string TypeName(object? value) => value switch
    {
        null => "NoneType",
        bool => "bool",
        BigInteger => "int",
        double => "float",
        string => "str",
        _ => "TextIOWrapper",
    };

    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        BigInteger number => !number.IsZero,
        double number => number != 0,
        string text => text.Length > 0,
        _ => true,
    };

    /// <summary>The text that <c>str</c> gives.</summary>
    public static string Text(object? value) => value switch
    {
        null => "None",
        bool flag => flag ? "True" : "False",
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        double number => Text(number),
        string text => text,
        _ => "<stream>",
    };

    /// <summary>The text that <c>repr</c> gives.</summary>
    public static string Quoted(object? value) => value is string text
        ? "'" + text.Replace("\\", "\\\\").Replace("'", "\\'").Replace("\n", "\\n").Replace("\t", "\\t") + "'"
        : Text(value);

    public static object? Apply(string operation, object? left, object? right)
    {
        (left, right) = (Plain(left), Plain(right));
        return (operation, left, right) switch
        {
            ("==", _, _) => AreEqual(left, right),
            ("!=", _, _) => !AreEqual(left, right),
            ("+", string a, string b) => a + b,
            ("*", string a, BigInteger n) => Repeat(a, n),
            ("*", BigInteger n, string a) => Repeat(a, n),
            ("<" or "<=" or ">" or ">=", string a, string b) => Compare(operation, string.CompareOrdinal(a, b)),
            (_, BigInteger a, BigInteger b) => Whole(operation, a, b),
            (_, BigInteger or double, BigInteger or double) => Real(operation, Number(left), Number(right)),
            _ => throw PythonFault.Type($"unsupported operand type(s) for {operation}: '{TypeName(left)}' and '{TypeName(right)}'"),
        };
    }

    public static object Negate(object? value) => Plain(value) switch
    {
        BigInteger number => -number,
        double number => -number,
        _ => throw PythonFault.Type($"bad operand type for unary -: '{TypeName(value)}'"),
    };

    public static double Number(object? value) => Plain(value) switch
    {
        BigInteger number => (double)number,
        double number => number,
        _ => throw PythonFault.Type($"must be real number, not {TypeName(value)}"),
    };

    private static object? Plain(object? value) => value is bool flag ? flag ? BigInteger.One : BigInteger.Zero : value;

    private static bool AreEqual(object? left, object? right) =>
        left is double or BigInteger && right is double or BigInteger && left.GetType() != right.GetType()
            ? Number(left) == Number(right)
            : Equals(left, right);

    private static object Whole(string operation, BigInteger left, BigInteger right) => operation switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => (double)left / (double)Divisor(right),
        "//" => (left - Modulo(left, Divisor(right))) / right,
        "%" => Modulo(left, Divisor(right)),
        "**" when right.Sign < 0 => Math.Pow((double)left, (double)right),
        "**" => right <= LargestExponent && left.GetBitLength() <= 1024
            ? BigInteger.Pow(left, (int)right)
            : throw new PythonFault("OverflowError", "the number is too large"),
        _ => Compare(operation, left.CompareTo(right)),
    };

    private static object Real(string operation, double left, double right) => operation switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / Divisor(right),
        "//" => Math.Floor(left / Divisor(right)),
        "%" => left - (Math.Floor(left / Divisor(right)) * right),
        "**" => Math.Pow(left, right),
        _ => Compare(operation, left.CompareTo(right)),
    };

    private static BigInteger Divisor(BigInteger value) =>
        value.IsZero ? throw new PythonFault("ZeroDivisionError", "division by zero") : value;

    private static double Divisor(double value) =>
        value == 0 ? throw new PythonFault("ZeroDivisionError", "float division by zero") : value;

    /// <summary>The remainder has the sign of the divisor.</summary>
    private static BigInteger Modulo(BigInteger left, BigInteger right)
    {
        BigInteger rest = BigInteger.Remainder(left, right);
        return !rest.IsZero && rest.Sign != right.Sign ? rest + right : rest;
    }

    private static bool Compare(string operation, int order) => operation switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    private static string Repeat(string text, BigInteger count) =>
        text.Length == 0 || count.Sign <= 0 ? ""
        : count * text.Length > LongestText ? throw new PythonFault("MemoryError", "")
        : string.Concat(Enumerable.Repeat(text, (int)count));

    private static string Text(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }

        string text = number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
        return text.Contains('.') || text.Contains('e') ? text
            : Math.Abs(number) < 1e16 ? text + ".0"
            : number < 0 ? "-" + Scientific(text[1..])
            : Scientific(text);
    }

    /// <summary>A large whole number as Python writes it.</summary>
    private static string Scientific(string digits)
    {
        string kept = digits.TrimEnd('0');
        return $"{kept[0]}{(kept.Length > 1 ? "." : "")}{kept[1..]}e+{digits.Length - 1}";
    }
}
