using System.Text;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>Runs shell texts and single commands.</summary>
internal static class ShellRunner
{
    /// <summary>Runs a text; the answer is the exit code of its last command.</summary>
    public static async Task<int> RunTextAsync(
        string text, CommandSession session, ProcessInput input, IByteSink output, IByteSink error, CancellationToken stop)
    {
        IReadOnlyList<ShellStep> steps;
        try
        {
            steps = ShellParser.Parse(text);
        }
        catch (CommandFault fault)
        {
            error.Write(Encoding.UTF8.GetBytes($"sh: {fault.Message}\n"));
            return fault.ExitCode;
        }

        foreach (var step in steps)
        {
            var isDue = step.Connector switch
            {
                "&&" => session.LastExitCode == 0,
                "||" => session.LastExitCode != 0,
                _ => true,
            };
            if (isDue && !session.HasExited)
            {
                session.LastExitCode = await RunPipeAsync(step.Pipe, session, input, output, error, stop);
            }
        }

        return session.LastExitCode;
    }

    /// <summary>Runs one command with exact arguments.</summary>
    public static async Task<int> RunCommandAsync(CommandCall call)
    {
        if (CommandTable.Find(call.Name) is not { } command)
        {
            call.Complain("command not found");
            return 127;
        }

        try
        {
            call.Stop.ThrowIfCancellationRequested();
            return await command(call);
        }
        catch (CommandFault fault)
        {
            call.Complain(fault.Message);
            return fault.ExitCode;
        }
        catch (ServiceFault fault)
        {
            call.Complain(fault.Message);
            return 1;
        }
        catch (IOException)
        {
            // A file went away between two looks at it.
            call.Complain("Input/output error");
            return 1;
        }
    }

    private static async Task<int> RunPipeAsync(
        IReadOnlyList<ShellCommand> pipe,
        CommandSession session,
        ProcessInput input,
        IByteSink output,
        IByteSink error,
        CancellationToken stop)
    {
        for (var i = 0; i < pipe.Count - 1; i++)
        {
            var between = new ByteBuffer();
            await RunOneAsync(pipe[i], session.Child(), input, between, error, stop);
            input = ProcessInput.Of(between.ToArray());
        }

        // As in a shell, only a command outside of a pipe can change the shell itself.
        return await RunOneAsync(
            pipe[^1], pipe.Count == 1 ? session : session.Child(), input, output, error, stop);
    }

    private static async Task<int> RunOneAsync(
        ShellCommand command,
        CommandSession session,
        ProcessInput input,
        IByteSink output,
        IByteSink error,
        CancellationToken stop)
    {
        var settings = command.Words.TakeWhile(word => word.Assignment() is not null).ToArray();
        string[] words = [.. command.Words
            .Skip(settings.Length)
            .Select(word => (Text: word.Expand(session.Variable), word.IsQuoted))
            .Where(word => word.Text.Length > 0 || word.IsQuoted)
            .Select(word => word.Text)];
        var target = words.Length == 0 ? session : settings.Length == 0 ? session : session.Child();
        foreach (var (name, value) in settings.Select(word => word.Assignment()!.Value))
        {
            target.Environment[name] = value.Expand(session.Variable);
        }

        var streams = new CommandStreams(session, input, output, error);
        try
        {
            streams.Redirect(command.Redirects);
            var exitCode = words.Length == 0
                ? 0
                : await RunCommandAsync(new CommandCall(
                    words[0], words[1..], target, streams.Input, streams.Out, streams.Error, stop));
            streams.Publish();
            return exitCode;
        }
        catch (CommandFault fault)
        {
            error.Write(Encoding.UTF8.GetBytes($"sh: {fault.Message}\n"));
            return fault.ExitCode;
        }
    }
}
