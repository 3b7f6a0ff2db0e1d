namespace Dari.Emulator.Snapshot.Python;

/// <summary>Ends Python code with an error.</summary>
/// <param name="kind">The class of the error, such as <c>NameError</c>.</param>
/// <param name="message">What is wrong.</param>
internal sealed class PythonFault(string kind, string message) : Exception(message)
{
    public string Kind => kind;

    /// <summary>The error as the last line of a traceback.</summary>
    public string Line => Message.Length == 0 ? kind : $"{kind}: {Message}";

    public static PythonFault Syntax(string message = "invalid syntax") => new("SyntaxError", message);

    public static PythonFault Type(string message) => new("TypeError", message);
}
