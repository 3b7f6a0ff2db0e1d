using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Dari.Validation;

/// <summary>Rules of texts. A character is a code point, as JSON Schema counts.</summary>
internal static class TextRules
{
    /// <summary>A pattern of the document's must not hold a program up.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    internal static void Check(string text, ValueRules rules, string pointer, List<Violation> found)
    {
        if (rules.MinLength is not null || rules.MaxLength is not null)
        {
            long length = text.EnumerateRunes().Count();
            if (length < rules.MinLength)
            {
                found.Add(new Violation(pointer, "minLength", $"At least {rules.MinLength} characters are needed."));
            }

            if (length > rules.MaxLength)
            {
                found.Add(new Violation(pointer, "maxLength", $"At most {rules.MaxLength} characters are allowed."));
            }
        }

        foreach (string pattern in rules.Patterns)
        {
            if (Fault(text, pattern) is { } fault)
            {
                found.Add(new Violation(pointer, "pattern", fault));
            }
        }
    }

    private static string? Fault(string text, string pattern)
    {
        try
        {
            Regex known = Known.GetOrAdd(pattern, static one => new Regex(one, RegexOptions.CultureInvariant, Limit));
            return known.IsMatch(text) ? null : $"It must match {pattern}.";
        }
        catch (RegexMatchTimeoutException)
        {
            return $"Whether it matches {pattern} was not found out within a second.";
        }
        catch (ArgumentException)
        {
            return $"The pattern {pattern} is none that .NET knows.";
        }
    }
}
