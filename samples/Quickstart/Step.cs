namespace Quickstart;

/// <summary>One step while it runs: it can be cancelled, checks what it got, and says what came of it.</summary>
internal sealed class Step(string name, Action<string> showProgress, CancellationToken cancellation)
{
    /// <summary>Cancelled by Ctrl+C, and when the step takes far too long.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>What is shown when the step is done.</summary>
    public string Result { get; set; } = "";

    /// <summary>Shows how far the step is; only a terminal sees it.</summary>
    public void Progress(string state) => showProgress($"{name}: {state}");

    /// <summary>Fails the step unless <paramref name="holds"/>.</summary>
    /// <exception cref="CheckFailedException">It does not hold.</exception>
    public void Check(bool holds, string problem)
    {
        if (!holds)
        {
            throw new CheckFailedException(problem);
        }
    }
}
