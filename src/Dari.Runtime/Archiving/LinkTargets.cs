namespace Dari.Archiving;

/// <summary>Whether a symbolic link stays inside the folder that is packed or extracted.</summary>
internal static class LinkTargets
{
    /// <param name="name">The link, relative to the folder.</param>
    /// <param name="target">What it points to, with <c>/</c>.</param>
    internal static bool StaysInside(string name, string target)
    {
        // The folders of the link are real ones, so each leading ".." leaves exactly one of them. A later ".." could
        // stand behind another link and is refused; names alone lead to files inside or to links of which this holds.
        int depth = name.Count(static c => c == '/');
        bool isLeading = true;
        foreach (string part in target.Split('/'))
        {
            if (part == "..")
            {
                if (!isLeading || --depth < 0)
                {
                    return false;
                }
            }
            else if (part is not ("" or "."))
            {
                isLeading = false;
            }
        }

        bool isRooted = target.StartsWith('/') || (target.Length > 1 && target[1] == ':');
        return target.Length > 0 && !isRooted && !target.Contains('\0', StringComparison.Ordinal);
    }
}
