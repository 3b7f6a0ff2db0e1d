using System.Runtime.CompilerServices;

namespace Dari.EndToEnd.Tests.Docs;

/// <summary>
/// Code of a page in <c>docs</c> that a test compiles and runs: it stands in the test between <c>// sample</c> and
/// <c>// end</c>, and must stand in the page word for word.
/// </summary>
internal static class DocSample
{
    public static void ShouldBeIn(string page, [CallerFilePath] string testFile = "")
    {
        string text = File.ReadAllText(RepositoryFolder.Path(page));
        string[] samples = [.. Of(testFile)];
        Assert.NotEmpty(samples);
        Assert.All(samples, sample => Assert.Contains("```csharp\n" + sample + "```\n", text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Of(string testFile)
    {
        List<string>? sample = null;
        foreach (string line in File.ReadLines(testFile))
        {
            switch (line.Trim())
            {
                case "// sample":
                    sample = [];
                    break;
                case "// end" when sample is not null:
                    yield return Dedented(sample);
                    sample = null;
                    break;
                default:
                    sample?.Add(line);
                    break;
            }
        }
    }

    private static string Dedented(List<string> lines)
    {
        int margin = lines.Where(static line => line.Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Concat(lines.Select(line => (line.Length > 0 ? line[margin..] : "") + "\n"));
    }
}
