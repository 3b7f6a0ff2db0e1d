namespace Dari.Emulator.Snapshot.Python;

/// <summary>Turns Python code into statements that can be run: printing, arithmetic, variables; no blocks.</summary>
internal sealed class PythonParser
{
    // A chain of operators nests on the stack of the emulator, which has to stand it.
    private const int LongestStatement = 1000;

    private static readonly HashSet<string> Blocks =
        ["if", "for", "while", "def", "class", "try", "with", "async", "lambda", "del", "return"];

    private readonly PythonTokens _tokens;
    private readonly PythonExpressions _expressions;

    private PythonParser(PythonTokens tokens)
    {
        _tokens = tokens;
        _expressions = new PythonExpressions(tokens);
    }

    /// <exception cref="PythonFault">The code is not understood.</exception>
    public static IReadOnlyList<Action<PythonScope>> Parse(string text) => new PythonParser(new PythonTokens(text)).Statements();

    private List<Action<PythonScope>> Statements()
    {
        var statements = new List<Action<PythonScope>>();
        while (!_tokens.IsOver)
        {
            if (_tokens.IsEnd)
            {
                _tokens.Skip();
                continue;
            }

            statements.Add(Statement());
            if (!_tokens.IsEnd)
            {
                throw PythonFault.Syntax();
            }
        }

        return statements;
    }

    private Action<PythonScope> Statement()
    {
        if (_tokens.Rest.TakeWhile(static token => token.Kind != PythonTokenKind.End).Skip(LongestStatement).Any())
        {
            throw PythonFault.Syntax("the statement is too long");
        }

        PythonToken first = _tokens.Next;
        if (first.Kind == PythonTokenKind.Name && Blocks.Contains(first.Text))
        {
            throw PythonFault.Syntax($"'{first.Text}' is beyond the Python of the emulator");
        }

        if (_tokens.Take("import") || _tokens.Take("from"))
        {
            return Import();
        }

        if (_tokens.Take("pass"))
        {
            return static _ => { };
        }

        if (_tokens.Take("raise"))
        {
            return Raise();
        }

        if (first.Kind == PythonTokenKind.Name && IsAssignment(_tokens.Second))
        {
            return Assignment(first.Text, _tokens.Second.Text);
        }

        Func<PythonScope, object?> expression = _expressions.Read();
        return scope => expression(scope);
    }

    private static bool IsAssignment(PythonToken sign) =>
        sign.Kind == PythonTokenKind.Operator && sign.Text.EndsWith('=') && sign.Text is not ("==" or "!=" or "<=" or ">=");

    private Action<PythonScope> Assignment(string name, string sign)
    {
        _tokens.Skip(2);
        Func<PythonScope, object?> value = _expressions.Read();
        return sign == "="
            ? scope => scope.Variables[name] = value(scope)
            : scope => scope.Variables[name] = PythonValue.Apply(sign[..^1], scope.Variable(name), value(scope));
    }

    /// <summary>Modules do nothing but be there.</summary>
    private Action<PythonScope> Import()
    {
        PythonToken module = _tokens.Next;
        while (!_tokens.IsEnd)
        {
            _tokens.Skip();
        }

        if (!PythonFunctions.Modules.Contains(module.Text.Split('.')[0]))
        {
            return _ => throw new PythonFault("ModuleNotFoundError", $"No module named '{module.Text}'");
        }

        return static _ => { };
    }

    private Action<PythonScope> Raise()
    {
        string kind = _tokens.Next.Text;
        _tokens.Skip();
        if (_tokens.IsEnd)
        {
            return _ => throw new PythonFault(kind, "");
        }

        if (!_tokens.Take("("))
        {
            throw PythonFault.Syntax();
        }

        Func<PythonScope, object?> message = _tokens.Next.Is(")") ? static _ => "" : _expressions.Read();
        return _tokens.Take(")")
            ? scope => throw new PythonFault(kind, PythonValue.Text(message(scope)))
            : throw PythonFault.Syntax();
    }
}
