using System.Text.RegularExpressions;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>A pattern over file contents: a regular expression, or literal text when it is none.</summary>
internal static class TextPattern
{
    /// <summary>Longest time one file may keep the expression busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The expression for a pattern.</summary>
    public static Regex Compile(string pattern)
    {
        if (pattern.Length == 0)
        {
            throw SandboxFault.Fields("The pattern is empty.");
        }

        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException)
        {
            return new Regex(Regex.Escape(pattern), RegexOptions.CultureInvariant, Patience);
        }
    }
}
