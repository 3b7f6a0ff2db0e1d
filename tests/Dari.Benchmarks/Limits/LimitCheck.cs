using System.Globalization;
using Dari.Benchmarks.Processes;

namespace Dari.Benchmarks.Limits;

/// <summary>The short form that fails on a gross regression: a minute, and nothing in it looks at a clock.</summary>
internal static class LimitCheck
{
    public const string Name = "limits";

    // Code that is not optimised yet allocates more, and when it is optimised depends on the clock.
    private const string Tiering = "DOTNET_TieredCompilation";

    /// <returns>How many limits are exceeded.</returns>
    public static int Run(TextWriter to)
    {
        if (Environment.GetEnvironmentVariable(Tiering) != "0")
        {
            Environment.SetEnvironmentVariable(Tiering, "0");
            Usage child = SelfReport.Start(Name);
            to.Write(child.Output);
            return child.ExitCode;
        }

        int exceeded = 0;
        foreach (Limit limit in AllLimits.Of)
        {
            long measured = limit.Measure();
            exceeded += measured > limit.Most ? 1 : 0;
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(measured > limit.Most ? "FAIL" : "ok  ")} {limit.What}: {measured:N0} {limit.Unit}, at most {limit.Most:N0}"));
        }

        to.WriteLine(exceeded == 0 ? "All limits are kept." : $"{exceeded} limits are exceeded.");
        return exceeded;
    }
}
