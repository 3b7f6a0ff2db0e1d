using System.Net.Http.Headers;
using System.Text;

namespace Dari.Http;

/// <summary>
/// Makes a safe file name of what a service says: the last part only, and nothing that some file system forbids.
/// </summary>
internal static class FileNames
{
    private const int Longest = 200;

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(static i => new[] { $"COM{i}", $"LPT{i}" })],
        StringComparer.OrdinalIgnoreCase);

    internal static string? Of(ContentDispositionHeaderValue? disposition)
    {
        string? name = disposition?.FileNameStar ?? disposition?.FileName;
        return name is null ? null : Clean(FromUtf8(name.Trim('"')));
    }

    internal static string? Clean(string name)
    {
        string leaf = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        leaf = string.Concat(leaf.Select(static c => IsForbidden(c) ? '_' : c));

        // Windows drops closing dots and spaces, and then "..." would be another name.
        leaf = leaf.TrimEnd('.', ' ').TrimStart(' ');
        leaf = leaf.Length > Longest ? leaf[^Longest..] : leaf;
        string stem = leaf.Split('.')[0].TrimEnd();
        return leaf.Length == 0 ? null : Devices.Contains(stem) ? "_" + leaf : leaf;
    }

    private static bool IsForbidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || "<>:\"|?*".Contains(c, StringComparison.Ordinal);

    // Headers are read as Latin-1, but many servers write UTF-8.
    private static string FromUtf8(string text)
    {
        if (text.All(char.IsAscii) || text.Any(static c => c > '\u00FF'))
        {
            return text;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (ArgumentException)
        {
            // Latin-1 after all.
            return text;
        }
    }
}
