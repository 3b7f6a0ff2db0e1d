namespace Quickstart;

/// <summary>A step failed, so there is no use in going on.</summary>
internal sealed class StepFailedException(string step, string problem, Exception cause)
    : Exception($"{step}: {problem}", cause)
{
    public string Step => step;

    public string Problem => problem;
}
