using Dari.Polling;

namespace Quickstart;

/// <summary>Shows the states that a step sees while it waits.</summary>
internal sealed class Seen<T>(Step step) : IProgress<PollProgress<T>>
{
    public void Report(PollProgress<T> value) => step.Progress(value.Status ?? "");
}
