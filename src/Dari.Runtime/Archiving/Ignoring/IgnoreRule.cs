namespace Dari.Archiving.Ignoring;

/// <summary>One line of an ignore file.</summary>
internal sealed class IgnoreRule
{
    private readonly GlobPattern _pattern;
    private readonly bool _isForFolders;
    private readonly bool _isForNames;

    private IgnoreRule(GlobPattern pattern, bool isNegated, bool isForFolders, bool isForNames)
    {
        _pattern = pattern;
        IsNegated = isNegated;
        _isForFolders = isForFolders;
        _isForNames = isForNames;
    }

    /// <summary>Whether what matches is taken again.</summary>
    internal bool IsNegated { get; }

    /// <summary>Reads a line without its end; null for comments and what can match nothing.</summary>
    internal static IgnoreRule? Read(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] == '#')
        {
            return null;
        }

        line = WithoutTrailingSpaces(line);
        bool isNegated = line.StartsWith("!"u8);
        line = isNegated ? line[1..] : line;
        bool isForFolders = line.EndsWith("/"u8);
        line = isForFolders ? line[..^1] : line;

        // A slash at the start or within binds the pattern to the folder of its file.
        bool isForNames = !line.Contains((byte)'/');
        line = line.StartsWith("/"u8) ? line[1..] : line;
        GlobPattern? pattern = line.IsEmpty ? null : GlobPattern.Read(line);
        return pattern is null ? null : new IgnoreRule(pattern, isNegated, isForFolders, isForNames);
    }

    /// <summary>Whether it says something about a path.</summary>
    /// <param name="path">Relative to the folder of the ignore file.</param>
    /// <param name="isFolder">Whether the path is a folder.</param>
    internal bool Matches(ReadOnlySpan<byte> path, bool isFolder) =>
        (isFolder || !_isForFolders)
        && _pattern.Matches(_isForNames ? path[(path.LastIndexOf((byte)'/') + 1)..] : path);

    private static ReadOnlySpan<byte> WithoutTrailingSpaces(ReadOnlySpan<byte> line)
    {
        int end = 0;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
                end = Math.Min(i + 1, line.Length);
            }
            else if (line[i] != ' ')
            {
                end = i + 1;
            }
        }

        return line[..end];
    }
}
