using Dari.Review.Reports;

namespace Dari.Review.Projects;

/// <summary>The lines of a project that its pending changes break.</summary>
/// <param name="All">In the order of files and lines.</param>
/// <param name="IsPartial">The compiler missed a name, and looks no further than declarations then: others may break as well.</param>
internal sealed record CallerLines(IReadOnlyList<CallerLine> All, bool IsPartial)
{
    public static readonly CallerLines None = new([], false);
}
