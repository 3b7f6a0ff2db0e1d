using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Quickstart;

/// <summary>Runs the steps one after the other and writes a line about each: outcome, time, result.</summary>
internal sealed class StepLog(IAnsiConsole console, CancellationToken stopping)
{
    // Much longer than any step should take: a step that hangs is a step that failed.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan CleaningLimit = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _total = Stopwatch.StartNew();
    private int _passed;

    /// <summary>Runs a step that has a result.</summary>
    /// <exception cref="StepFailedException">The step failed.</exception>
    /// <exception cref="OperationCanceledException">The user stops the program.</exception>
    public Task<T> RunAsync<T>(string name, Func<Step, Task<T>> work) => RunAsync(name, work, Limit, stopping);

    /// <inheritdoc cref="RunAsync{T}(string, Func{Step, Task{T}})"/>
    public Task RunAsync(string name, Func<Step, Task> work) => RunAsync(name, WithoutResult(work), Limit, stopping);

    /// <summary>Runs a step that gives something back to a service: also when the user stops the program.</summary>
    /// <exception cref="StepFailedException">The step failed.</exception>
    public Task CleanUpAsync(string name, Func<Step, Task> work) =>
        RunAsync(name, WithoutResult(work), CleaningLimit, CancellationToken.None);

    public void Finish() => console.MarkupLineInterpolated(
        CultureInfo.InvariantCulture,
        $"[green]All {_passed} steps passed[/] in {_total.Elapsed.TotalSeconds:0.0} s.");

    public void Fail(StepFailedException failure) => console.MarkupLineInterpolated(
        CultureInfo.InvariantCulture,
        $"[red]Failed[/] at \"{failure.Step}\": {failure.Problem}");

    private static Func<Step, Task<bool>> WithoutResult(Func<Step, Task> work) => async step =>
    {
        await work(step);
        return true;
    };

    private async Task<T> RunAsync<T>(
        string name, Func<Step, Task<T>> work, TimeSpan limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        long start = Stopwatch.GetTimestamp();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            (T value, string result) = await ShowAsync(name, work, time.Token);
            _passed++;
            Write("ok", "green", start, name, result);
            return value;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            Write("stopped", "yellow", start, name, "");
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception failure)
        {
            string problem = failure is OperationCanceledException && time.IsCancellationRequested
                ? $"took longer than {limit.TotalSeconds:0} s"
                : failure.Message;
            Write("failed", "red", start, name, problem);
            throw new StepFailedException(name, problem, failure);
        }
    }

    private async Task<(T Value, string Result)> ShowAsync<T>(
        string name, Func<Step, Task<T>> work, CancellationToken cancellation)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await DoAsync(static _ => { });
        }

        return await console.Status().StartAsync(
            Markup.Escape(name), spinner => DoAsync(state => spinner.Status(Markup.Escape(state))));

        async Task<(T Value, string Result)> DoAsync(Action<string> showProgress)
        {
            var step = new Step(name, showProgress, cancellation);
            T value = await work(step);
            return (value, step.Result);
        }
    }

    private void Write(string outcome, string colour, long start, string name, string result)
    {
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        string line = string.Create(CultureInfo.InvariantCulture, $"{milliseconds,7:0} ms  {name,-28}  {result}");
        console.MarkupLine($"[{colour}]{outcome,-7}[/] {Markup.Escape(line.TrimEnd())}");
    }
}
