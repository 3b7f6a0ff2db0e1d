namespace Dari.Emulator.Hosting;

/// <summary>Work that goes on after the call that started it, until the emulator stops.</summary>
internal sealed class BackgroundWork : IAsyncDisposable
{
    private readonly EmulatorJournal _journal;
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<Task> _running = [];

    public BackgroundWork(EmulatorJournal journal)
    {
        _journal = journal;
        Stopping = _stop.Token;
    }

    /// <summary>Set when the emulator stops. Calls that end after that may still ask for it.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Starts work. An exception in it is a fault of the emulator and goes on record.</summary>
    public void Run(string service, Func<CancellationToken, Task> work)
    {
        Task task = Task.Run(() => GuardAsync(service, work));
        lock (_running)
        {
            _running.Add(task);
        }

        task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Task[] running;
        lock (_running)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running);
        _stop.Dispose();
    }

    private void Forget(Task task)
    {
        lock (_running)
        {
            _running.Remove(task);
        }
    }

    private async Task GuardAsync(string service, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(Stopping);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // The emulator stops; nobody waits for the result.
        }
        catch (Exception exception)
        {
            _journal.Record(new ContractViolation(service, "", "", "background", exception.ToString()));
        }
    }
}
