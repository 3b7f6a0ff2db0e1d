namespace Dari.Cli.Manifests.Rules;

/// <summary>Finds what was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The word that differs by at most a third of its letters, and least of all; null when there is none.</summary>
    public static string? Nearest(string text, IEnumerable<string> words) =>
        words.Select(word => (word, distance: Distance(text.ToLowerInvariant(), word.ToLowerInvariant())))
            .Where(static candidate => candidate.distance <= Math.Max(1, candidate.word.Length / 3))
            .OrderBy(static candidate => candidate.distance)
            .Select(static candidate => candidate.word)
            .FirstOrDefault();

    /// <summary>Letters to put in, leave out or replace (Levenshtein).</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > right.Length)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
