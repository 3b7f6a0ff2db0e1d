namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Reads a shell text into steps.</summary>
internal static class ShellParser
{
    /// <summary>Reads a text.</summary>
    /// <exception cref="CommandFault">Exit code 2: wrong, or not understood.</exception>
    public static IReadOnlyList<ShellStep> Parse(string text)
    {
        var steps = new List<ShellStep>();
        var pipe = new List<ShellCommand>();
        var words = new List<ShellWord>();
        var redirects = new List<ShellRedirect>();
        var connector = ";";
        var tokens = new Queue<ShellToken>(ShellLexer.Cut(text));
        while (tokens.TryDequeue(out var token))
        {
            switch (token.Operator)
            {
                case "":
                    words.Add(token.Word!);
                    break;
                case ";" or "\n" or "&&" or "||" or "|":
                    EndCommand(token.Operator);
                    break;
                case "2>&1" or "1>&2" or ">&2":
                    redirects.Add(new ShellRedirect(token.Operator == "2>&1" ? "2>&1" : ">&2", null));
                    break;
                default:
                    redirects.Add(new ShellRedirect(token.Operator, Target(tokens)));
                    break;
            }
        }

        EndCommand("");
        return steps;

        void EndCommand(string next)
        {
            if (words.Count == 0 && redirects.Count == 0)
            {
                // A line may end after an operator and go on below; anywhere else an operator needs its commands.
                var isWanted = pipe.Count > 0 || connector != ";" || next is "&&" or "||" or "|";
                if (isWanted && next != "\n")
                {
                    throw new CommandFault("syntax error: a command is missing", 2);
                }

                return;
            }

            pipe.Add(new ShellCommand([.. words], [.. redirects]));
            words.Clear();
            redirects.Clear();
            if (next != "|")
            {
                steps.Add(new ShellStep(connector, [.. pipe]));
                pipe.Clear();
                connector = next is "&&" or "||" ? next : ";";
            }
        }
    }

    private static ShellWord Target(Queue<ShellToken> tokens) =>
        tokens.TryDequeue(out var token) && token.Word is { } word
            ? word
            : throw new CommandFault("syntax error: a file name is missing", 2);
}
