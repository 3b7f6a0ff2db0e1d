using System;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Generator.Model;

/// <summary>
/// A name that is safe to stand in C#: letters, digits and underscores only, prefixed by <c>@</c> where it is a keyword.
/// One of the doors through which spec text may enter a template.
/// </summary>
/// <remarks>
/// A class, as all that collections of .NET hold: over a struct of ours each of their methods is compiled just in time in every
/// compiler process, since no image of ours can hold it (docs/machine-code.md).
/// </remarks>
internal sealed record Identifier
{
    private Identifier(string text) => Text = text;

    /// <summary>As it stands in code, with <c>@</c> where needed.</summary>
    public string Text { get; }

    /// <summary>Without <c>@</c>.</summary>
    public string Plain => Text[0] == '@' ? Text.Substring(1) : Text;

    /// <exception cref="ArgumentException">The text is no C# identifier: a naming rule let something through.</exception>
    public static Identifier From(string text)
    {
        if (!IsValid(text))
        {
            throw new ArgumentException("Not an identifier: " + text, nameof(text));
        }

        return new Identifier(SyntaxFacts.GetKeywordKind(text) != SyntaxKind.None ? "@" + text : text);
    }

    public bool Equals(Identifier? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode();

    public override string ToString() => Text;

    // Format characters (bidi marks among them) are legal in C# identifiers and ignored when comparing: refused here.
    public static bool IsValid(string text) =>
        SyntaxFacts.IsValidIdentifier(text) && !HasFormat(text);

    private static bool HasFormat(string text)
    {
        foreach (char c in text)
        {
            if (c > '~' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                return true;
            }
        }

        return false;
    }
}
