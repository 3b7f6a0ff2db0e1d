using System.Text;

namespace Dari.Emulator.Snapshot.Python;

/// <summary>What Python code works on: variables that stay, and what this run prints.</summary>
internal sealed class PythonScope
{
    private const int LongestOutput = 1 << 20;

    public Dictionary<string, object?> Variables { get; } = new(StringComparer.Ordinal);

    public StringBuilder Out { get; private set; } = new();

    public StringBuilder Error { get; private set; } = new();

    /// <summary>Time that the statement wants to sleep.</summary>
    public TimeSpan Sleep { get; set; }

    /// <summary>Starts a run with nothing printed.</summary>
    public void Begin() => (Out, Error, Sleep) = (new StringBuilder(), new StringBuilder(), TimeSpan.Zero);

    /// <summary>The value of a name.</summary>
    /// <exception cref="PythonFault">There is none.</exception>
    public object? Variable(string name) => name switch
    {
        "None" => null,
        "True" => true,
        "False" => false,
        "sys.stdout" => PythonStream.Out,
        "sys.stderr" => PythonStream.Error,
        _ => Variables.TryGetValue(name, out object? value)
            ? value
            : throw new PythonFault("NameError", $"name '{name}' is not defined"),
    };

    public void Print(string text, bool isError)
    {
        StringBuilder target = isError ? Error : Out;
        if (target.Length + text.Length > LongestOutput)
        {
            throw new PythonFault("OSError", "output too long");
        }

        target.Append(text);
    }
}
