using System.Text;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>One call of one command.</summary>
internal sealed record CommandCall(
    string Name,
    IReadOnlyList<string> Args,
    CommandSession Session,
    ProcessInput Input,
    IByteSink Out,
    IByteSink Error,
    CancellationToken Stop)
{
    /// <summary>Writes text to standard output.</summary>
    public void Write(string text) => Out.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a complaint to standard error.</summary>
    public void Complain(string message) => Error.Write(Encoding.UTF8.GetBytes($"{Name}: {message}\n"));

    /// <summary>Splits short options from the other arguments; <c>--</c> ends the options.</summary>
    /// <param name="known">Letters that are understood.</param>
    /// <exception cref="CommandFault">Exit code 2: an option that is not understood.</exception>
    public (string Options, IReadOnlyList<string> Operands) Options(string known)
    {
        var options = new StringBuilder();
        var operands = new List<string>();
        var isOver = false;
        foreach (var argument in Args)
        {
            if (isOver || argument.Length < 2 || argument[0] != '-')
            {
                operands.Add(argument);
            }
            else if (argument == "--")
            {
                isOver = true;
            }
            else if (argument.Skip(1).FirstOrDefault(letter => !known.Contains(letter)) is not '\0' and var unknown)
            {
                throw new CommandFault($"invalid option -- '{unknown}'", 2);
            }
            else
            {
                options.Append(argument, 1, argument.Length - 1);
            }
        }

        return (options.ToString(), operands);
    }

    /// <summary>Does something for every operand; the exit code is 1 when one of them failed.</summary>
    public int ForEach(IReadOnlyList<string> operands, Action<string> work)
    {
        if (operands.Count == 0)
        {
            throw new CommandFault("missing operand");
        }

        var exitCode = 0;
        foreach (var operand in operands)
        {
            try
            {
                CommandSession.OnFile(operand, () =>
                {
                    work(operand);
                    return true;
                });
            }
            catch (CommandFault fault)
            {
                Complain(fault.Message);
                exitCode = fault.ExitCode;
            }
        }

        return exitCode;
    }
}
