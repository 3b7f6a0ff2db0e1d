namespace Dari.Emulator.Sandbox.Commands;

/// <summary>A command that runs or has run in a sandbox.</summary>
internal sealed class ManagedProcess(int pid, ExecRequest request)
{
    private const int Killed = 137;
    private const int TimedOut = 124;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its id.</summary>
    public int Pid { get; } = pid;

    /// <summary>The command.</summary>
    public ExecRequest Request { get; } = request;

    /// <summary>What it reads. Only one in the background has an input that others can write to.</summary>
    public ProcessInput Input { get; } = request.Background == true ? new ProcessInput() : ProcessInput.None;

    /// <summary>What it has written.</summary>
    public ProcessOutput Output { get; } = new();

    /// <summary>Exit code, or null while it runs.</summary>
    public int? ExitCode => _end.Task.IsCompletedSuccessfully ? _end.Task.Result : null;

    /// <summary>Ends when it ends; the result is its exit code.</summary>
    public Task<int> Ended => _end.Task;

    /// <summary>True when its time limit ended it.</summary>
    public bool HasTimedOut { get; private set; }

    /// <summary>Runs it to its end.</summary>
    /// <param name="session">What it works on.</param>
    /// <param name="stopping">Set when the emulator stops.</param>
    public async Task RunAsync(CommandSession session, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(Request.Timeout, session.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token, stopping);
        var exitCode = Killed;
        try
        {
            exitCode = Request.Shell == true
                ? await ShellRunner.RunTextAsync(Request.Command, session, Input, Output.Out, Output.Error, stop.Token)
                : await ShellRunner.RunCommandAsync(new CommandCall(
                    Request.Command, Request.Args ?? [], session, Input, Output.Out, Output.Error, stop.Token));
        }
        catch (OperationCanceledException)
        {
            HasTimedOut = limit.IsCancellationRequested && !_stop.IsCancellationRequested;
            exitCode = HasTimedOut ? TimedOut : Killed;
        }
        catch (CommandFault)
        {
            // Its own complaint did not fit into its output any more.
            exitCode = 1;
        }
        finally
        {
            Input.Close();
            _end.TrySetResult(exitCode);
        }
    }

    /// <summary>Ends it; one that has ended stays as it is.</summary>
    public void Kill() => _stop.Cancel();
}
