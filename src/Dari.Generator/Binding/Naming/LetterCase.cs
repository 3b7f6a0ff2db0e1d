using System.Linq;

namespace Dari.Generator.Binding.Naming;

/// <summary>What tells two names apart that have the same words: <c>maxResults</c> is CamelCase, <c>max_results</c> SnakeCase.</summary>
internal static class LetterCase
{
    /// <summary><see langword="null"/> where a name is written in none of these ways.</summary>
    public static string? Of(string text)
    {
        char[] separators = text.Where(c => !char.IsLetterOrDigit(c)).Distinct().ToArray();
        bool isPlain = text.Length > 0 && char.IsLetterOrDigit(text[0]) && char.IsLetterOrDigit(text[text.Length - 1]);
        if (!isPlain || separators.Length > 1 || !text.Any(char.IsLetter))
        {
            return null;
        }

        bool isUpper = !text.Any(char.IsLower);
        bool isLower = !text.Any(char.IsUpper);
        return (separators.FirstOrDefault(), isUpper, isLower) switch
        {
            ('_', true, _) => "UpperSnakeCase",
            ('_', _, true) => "SnakeCase",
            ('-', _, true) => "KebabCase",
            ('-', _, _) => "HeaderCase",
            (' ', _, _) => "Spaced",
            ('.', _, _) => "Dotted",
            ('\0', true, _) => "UpperCase",
            ('\0', _, true) => "LowerCase",
            ('\0', _, _) => char.IsUpper(text[0]) ? "PascalCase" : "CamelCase",
            _ => null,
        };
    }

    /// <summary>
    /// How near a name is to what it becomes in C#: the nearest of several that become the same keeps the name.
    /// </summary>
    public static int Distance(string text, string pascal) => text switch
    {
        _ when text == pascal => 1,
        _ when text == MemberNames.Camel(pascal) => 2,
        _ when text.All(char.IsLetterOrDigit) => 3,
        _ when Of(text) is not null => 4,
        _ => 5,
    };
}
