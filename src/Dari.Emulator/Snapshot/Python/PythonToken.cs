namespace Dari.Emulator.Snapshot.Python;

/// <summary>A piece of Python code.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; for a string, its value.</param>
internal readonly record struct PythonToken(PythonTokenKind Kind, string Text)
{
    public bool Is(string text) => Kind is PythonTokenKind.Operator or PythonTokenKind.Name && Text == text;
}

/// <summary>Kinds of tokens.</summary>
internal enum PythonTokenKind
{
    /// <summary>A name, perhaps with dots in it, or a keyword.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>A string with expressions in braces.</summary>
    FormatString,

    /// <summary>An operator or bracket.</summary>
    Operator,

    /// <summary>The end of a statement.</summary>
    End,
}
