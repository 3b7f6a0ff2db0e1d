using System.Diagnostics;
using System.Reflection;

namespace Dari.Runtime.Tests.Idempotency;

/// <summary>A process of <c>tests/Dari.IdempotencyWorker</c> with what it has said so far.</summary>
internal sealed class Worker : IDisposable
{
    private static readonly string Path = typeof(Worker).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "IdempotencyWorker").Value!;

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Worker(Process process)
    {
        _process = process;
        _reading = ReadAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    internal int Id => _process.Id;

    internal IReadOnlyList<string> Lines => _lines;

    internal bool IsFinished => _lines.Contains("finished");

    /// <summary>How many kills to make: few by default, as many as <c>DARI_KILLS</c> says.</summary>
    internal static int Kills(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("DARI_KILLS"), out int kills) ? kills : usual;

    internal static Worker Start(params object[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && host.EndsWith("dotnet", StringComparison.Ordinal) ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path);
        foreach (object argument in arguments)
        {
            start.ArgumentList.Add(argument.ToString()!);
        }

        // What the test host is told must not reach it.
        start.Environment.Remove("DOTNET_STARTUP_HOOKS");
        return new Worker(Process.Start(start)!);
    }

    internal Task ReadyAsync() => Task.WhenAny(_ready.Task, _reading);

    internal void Kill() => _process.Kill();

    /// <summary>Waits for the end; whoever was not killed must have ended well.</summary>
    internal async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;

        // Killed: 128 and the signal on Unix, -1 on Windows.
        _process.ExitCode.ShouldBeOneOf([0, 128 + 9, -1], await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
            _ready.TrySetResult();
        }
    }
}
