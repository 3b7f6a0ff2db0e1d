namespace Dari.Generator.Binding.Naming;

/// <summary>What tells two names apart that have the same words: <c>maxResults</c> is CamelCase, <c>max_results</c> SnakeCase.</summary>
internal static class LetterCase
{
    /// <summary><see langword="null"/> where a name is written in none of these ways.</summary>
    public static string? Of(string text)
    {
        if (text.Length == 0 || !char.IsLetterOrDigit(text[0]) || !char.IsLetterOrDigit(text[text.Length - 1]))
        {
            return null;
        }

        char? separator = null;
        bool hasLetter = false;
        bool isUpper = true;
        bool isLower = true;
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                if (separator is { } known && known != c)
                {
                    return null;
                }

                separator = c;
            }

            hasLetter |= char.IsLetter(c);
            isUpper &= !char.IsLower(c);
            isLower &= !char.IsUpper(c);
        }

        return !hasLetter ? null : (separator ?? '\0', isUpper, isLower) switch
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
        _ when MemberNames.IsCamel(text, pascal) => 2,
        _ when HasOnlyLettersAndDigits(text) => 3,
        _ when Of(text) is not null => 4,
        _ => 5,
    };

    private static bool HasOnlyLettersAndDigits(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
