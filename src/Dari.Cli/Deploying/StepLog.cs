using Dari.Cli.Output;

namespace Dari.Cli.Deploying;

/// <summary>Shows the steps of a deploy, one line each.</summary>
internal sealed class StepLog(Terminal terminal, bool isQuiet)
{
    private static readonly string[] Names = ["package", "reserve", "upload", "finalize", "validate", "publish"];

    /// <summary>Does a step.</summary>
    /// <param name="name">One of the six.</param>
    /// <param name="work">Does it; told how to show its progress, it gives its result and what to say about it.</param>
    public async Task<T> RunAsync<T>(string name, Func<Action<string>, Task<(T Result, string Summary)>> work)
    {
        string head = $"[{Array.IndexOf(Names, name) + 1}/{Names.Length}] {name}";
        (T result, string summary) = isQuiet ? await work(static _ => { }) : await terminal.SpinAsync(head, work);
        if (!isQuiet)
        {
            terminal.Say($"{head}: {summary}");
        }

        return result;
    }
}
