using System.Runtime.InteropServices;

namespace Dari.Cli.Output;

/// <summary>
/// Runs a command: the first Ctrl-C (or SIGTERM) stops it in an orderly way, a second one at once, and every failure
/// becomes a message and an exit code.
/// </summary>
/// <param name="exitCode">The exit code of a failure's code.</param>
internal sealed class CommandScope(Func<string, int> exitCode)
{
    public Terminal Terminal { get; } = Terminal.Open();

    /// <summary>Runs a command.</summary>
    /// <param name="isJson">Whether the result, also a failure, is one JSON object on standard output.</param>
    /// <param name="work">The command; it gives its exit code.</param>
    public async Task<int> RunAsync(bool isJson, Func<CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Tell(new Failure("interrupted", "Interrupted."), isJson, ExitCode.Interrupted);
        }
        catch (Exception exception) when (Failure.Of(exception) is { } failure)
        {
            return Tell(failure, isJson, stop.IsCancellationRequested ? ExitCode.Interrupted : exitCode(failure.Code));
        }

        catch (Exception exception)
        {
            var failure = new Failure("internal_error", $"This is a fault of the command itself: {exception.Message}") { Lines = [exception.ToString()] };
            return Tell(failure, isJson, ExitCode.Failed);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    private int Tell(Failure failure, bool isJson, int code)
    {
        Terminal.Fail(failure.Message);
        foreach (string line in failure.Lines)
        {
            Terminal.Say(line);
        }

        if (failure.Hint is { } hint)
        {
            Terminal.Say(hint);
        }

        if (isJson)
        {
            Terminal.WriteResult(failure.ToJson());
        }

        return code;
    }
}
