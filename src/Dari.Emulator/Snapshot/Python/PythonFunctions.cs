using System.Globalization;
using System.Numerics;

namespace Dari.Emulator.Snapshot.Python;

/// <summary>The functions that Python code may call.</summary>
internal static class PythonFunctions
{
    private const double LongestSleepSeconds = 86_400;

    public static readonly HashSet<string> Modules = ["json", "math", "os", "sys", "time"];

    public static object? Call(string name, IReadOnlyList<object?> values, IReadOnlyDictionary<string, object?> named, PythonScope scope)
    {
        switch (name)
        {
            case "print":
                Print(values, named, scope);
                return null;
            case "len":
                return Only(name, values) is string text
                    ? new BigInteger(new StringInfo(text).LengthInTextElements)
                    : throw PythonFault.Type($"object of type '{PythonValue.TypeName(values[0])}' has no len()");
            case "str":
                return PythonValue.Text(Only(name, values));
            case "repr":
                return PythonValue.Quoted(Only(name, values));
            case "int":
                return Whole(Only(name, values));
            case "float":
                return Real(Only(name, values));
            case "time.sleep":
                double seconds = PythonValue.Number(Only(name, values));
                scope.Sleep += seconds is >= 0 and <= LongestSleepSeconds
                    ? TimeSpan.FromSeconds(seconds)
                    : throw new PythonFault("ValueError", "sleep length is out of range");
                return null;
            case "exit" or "quit" or "sys.exit":
                throw new PythonExit();
            default:
                throw new PythonFault("NameError", $"name '{name}' is not defined");
        }
    }

    private static void Print(IReadOnlyList<object?> values, IReadOnlyDictionary<string, object?> named, PythonScope scope)
    {
        if (named.Keys.FirstOrDefault(static key => key is not ("sep" or "end" or "file" or "flush")) is { } unknown)
        {
            throw PythonFault.Type($"print() got an unexpected keyword argument '{unknown}'");
        }

        string separator = named.GetValueOrDefault("sep") as string ?? " ";
        string end = named.GetValueOrDefault("end") as string ?? "\n";
        bool isError = named.GetValueOrDefault("file") is PythonStream.Error;
        scope.Print(string.Join(separator, values.Select(PythonValue.Text)) + end, isError);
    }

    private static object? Only(string name, IReadOnlyList<object?> values) =>
        values.Count == 1 ? values[0] : throw PythonFault.Type($"{name}() takes exactly one argument ({values.Count} given)");

    private static object Whole(object? value) => value switch
    {
        BigInteger or bool => new BigInteger(PythonValue.Number(value)),
        double number when double.IsFinite(number) => new BigInteger(number),
        string text when BigInteger.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger number) => number,
        string => throw new PythonFault("ValueError", $"invalid literal for int() with base 10: {PythonValue.Quoted(value)}"),
        _ => throw PythonFault.Type($"int() argument must be a string or a real number, not '{PythonValue.TypeName(value)}'"),
    };

    private static object Real(object? value) => value is not string text
        ? PythonValue.Number(value)
        : double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new PythonFault("ValueError", $"could not convert string to float: {PythonValue.Quoted(value)}");
}

/// <summary>The streams that can be printed to.</summary>
internal enum PythonStream
{
    /// <summary>Standard output.</summary>
    Out,

    /// <summary>Standard error.</summary>
    Error,
}
