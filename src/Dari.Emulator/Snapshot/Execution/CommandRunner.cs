using System.Text;
using Dari.Emulator.Sandbox.Commands;
using Dari.Emulator.Snapshot.Machines;
using Dari.Emulator.Snapshot.Python;

namespace Dari.Emulator.Snapshot.Execution;

/// <summary>Runs commands on the files of a machine. Nothing is ever run on the host.</summary>
internal static class CommandRunner
{
    public static async Task<CommandOutcome> RunAsync(Vm vm, CommandText command, TimeProvider clock, CancellationToken ended)
    {
        long started = clock.GetTimestamp();
        using var time = new CancellationTokenSource(command.Timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, ended);
        (string stdout, string stderr) = command.IsShell
            ? await RunShellAsync(vm, command.Text, clock, stop.Token)
            : await RunPythonAsync(vm, command.Text, clock, stop.Token);
        ended.ThrowIfCancellationRequested();
        return new CommandOutcome(
            stdout,
            time.IsCancellationRequested ? $"{stderr}Execution timed out after {command.Timeout.TotalSeconds:0} seconds\n" : stderr,
            clock.GetElapsedTime(started));
    }

    private static async Task<(string Out, string Error)> RunShellAsync(Vm vm, string text, TimeProvider clock, CancellationToken stop)
    {
        var environment = new Dictionary<string, string>(vm.Spec.Env, StringComparer.Ordinal);
        environment.TryAdd("HOME", "/root");
        var session = new CommandSession(vm.Files, MachineDesk.Workspace, environment, clock);
        var output = new ByteBuffer();
        var error = new ByteBuffer();
        try
        {
            await ShellRunner.RunTextAsync(text, session, ProcessInput.None, output, error, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was printed until then is the answer.
        }

        return (Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    private static async Task<(string Out, string Error)> RunPythonAsync(Vm vm, string text, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            await vm.PythonTurn.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ("", "");
        }

        PythonScope scope = vm.Python;
        try
        {
            scope.Begin();
            await RunStatementsAsync(text, scope, clock, stop);
            return (scope.Out.ToString(), scope.Error.ToString());
        }
        finally
        {
            vm.PythonTurn.Release();
        }
    }

    private static async Task RunStatementsAsync(string text, PythonScope scope, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            foreach (Action<PythonScope> statement in PythonParser.Parse(text))
            {
                stop.ThrowIfCancellationRequested();
                statement(scope);
                TimeSpan sleep = scope.Sleep;
                scope.Sleep = TimeSpan.Zero;
                await Task.Delay(sleep, clock, stop);
            }
        }
        catch (PythonFault fault)
        {
            scope.Error.Append(fault.Kind == "SyntaxError" ? "" : "Traceback (most recent call last):\n").Append(fault.Line).Append('\n');
        }
        catch (PythonExit)
        {
            // The code has ended itself.
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was printed until then is the answer.
        }
    }
}
