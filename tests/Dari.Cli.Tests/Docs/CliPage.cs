using System.Reflection;
using System.Text.RegularExpressions;

namespace Dari.Cli.Tests.Docs;

/// <summary>The page <c>docs/cli.md</c>.</summary>
internal static partial class CliPage
{
    public static string Text { get; } = File.ReadAllText(typeof(CliPage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "CliPage").Value!).ReplaceLineEndings("\n");

    /// <summary>The code blocks of a language; without one: <c>""</c>.</summary>
    public static string[] Blocks(string language) =>
        [.. Fence().Matches(Text).Where(match => match.Groups["language"].Value == language).Select(static match => match.Groups["code"].Value)];

    /// <summary>What is different each time, made the same: ids, digests, sizes, counts and ports.</summary>
    public static string Plain(string text)
    {
        string plain = Id().Replace(text, "$1_ID");
        plain = Digest().Replace(plain, "SHA-256 DIGEST");
        plain = Size().Replace(plain, "SIZE");
        return Count().Replace(plain, "N files").Trim();
    }

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\b(src|agt|ver)_[a-z0-9]+")]
    private static partial Regex Id();

    [GeneratedRegex(@"SHA-256 [0-9a-f]+(\.\.\.|…)")]
    private static partial Regex Digest();

    [GeneratedRegex(@"[0-9.,]+ (bytes|B|KiB|MiB)")]
    private static partial Regex Size();

    [GeneratedRegex("[0-9]+ files")]
    private static partial Regex Count();
}
