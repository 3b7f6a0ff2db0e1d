namespace Dari.Generator.Tests.Snapshots;

/// <summary>The lines in which two texts differ, with a few around them, as <c>diff -u</c> shows them.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    public static string Between(string verified, string received)
    {
        (char Kind, string Line)[] lines = [.. Compare(verified.Split('\n'), received.Split('\n'))];
        var shown = new List<string>();
        int last = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!IsNearChange(lines, i))
            {
                continue;
            }

            if (i != last + 1)
            {
                shown.Add("...");
            }

            shown.Add(lines[i].Kind + " " + lines[i].Line);
            last = i;
        }

        return string.Join("\n", shown);
    }

    private static bool IsNearChange((char Kind, string Line)[] lines, int index)
    {
        for (int i = Math.Max(0, index - Context); i <= Math.Min(lines.Length - 1, index + Context); i++)
        {
            if (lines[i].Kind != ' ')
            {
                return true;
            }
        }

        return false;
    }

    // The longest common subsequence: snapshots are a few hundred lines, so its square is small.
    private static IEnumerable<(char Kind, string Line)> Compare(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        int left = 0;
        int right = 0;
        while (left < before.Length || right < after.Length)
        {
            if (left < before.Length && right < after.Length && before[left] == after[right])
            {
                yield return (' ', before[left++]);
                right++;
            }
            else if (right == after.Length || (left < before.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                yield return ('-', before[left++]);
            }
            else
            {
                yield return ('+', after[right++]);
            }
        }
    }
}
