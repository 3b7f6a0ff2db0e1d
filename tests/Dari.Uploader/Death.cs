using System.Diagnostics;
using System.Globalization;

namespace Dari.Uploader;

/// <summary>Where the program dies: at the n-th time that it comes to a point, as if the machine had lost its power.</summary>
internal sealed class Death(string point, int nth)
{
    private int _count;

    /// <summary>From <c>saved:3</c>; <c>never</c> has no point.</summary>
    public static Death Parse(string text)
    {
        string[] parts = text.Split(':');
        return new Death(parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }

    public bool IsDue(string at) => at == point && Interlocked.Increment(ref _count) == nth;

    public void Pass(string at)
    {
        if (IsDue(at))
        {
            Now();
        }
    }

    // SIGKILL: nothing of the program runs any more.
    public static void Now() => Process.GetCurrentProcess().Kill();
}
