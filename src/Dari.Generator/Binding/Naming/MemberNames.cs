using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dari.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Generator.Binding.Naming;

/// <summary>Turns names of the document into names of members: properties, parameters and values of enumerations.</summary>
internal static class MemberNames
{
    /// <summary>What every record has already, and what C# does not let a member be called.</summary>
    private static readonly HashSet<string> RecordMembers = NameScope.Always(
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "EqualityContract", "PrintMembers", "Clone", "Deconstruct");

    /// <summary>What a record has of itself; no type can be called so, because a member may not be called as its type.</summary>
    public static readonly string[] OfEveryRecord = ["Equals", "GetHashCode", "ToString", "EqualityContract", "PrintMembers", "Deconstruct"];

    /// <summary>Names for properties of the record <paramref name="type"/>; a member may not be called as its type.</summary>
    public static NameScope ScopeOf(Identifier type)
    {
        var scope = NameScope.Beside(RecordMembers);
        scope.Reserve(type.Plain);
        return scope;
    }

    public static NameScope ScopeOfEnum(Identifier type)
    {
        NameScope scope = ScopeOf(type);
        scope.Reserve("Value");
        return scope;
    }

    /// <summary>Names of all properties of one record.</summary>
    public static Identifier[] Properties(NameScope scope, IEnumerable<WireName> names) =>
        NameContest.Settle(scope, names.Select(name => Property(scope, name)).ToArray());

    /// <summary>
    /// What a property may be called: its words; what it holds, where its type or every record has that name; how it is
    /// written; its symbols as words.
    /// </summary>
    public static Contender Property(NameScope scope, WireName name)
    {
        string pascal = Pascal(name.Text);
        string? reserved = scope.IsFree(pascal) ? null : pascal + "Value";
        return new Contender(Candidates(name, pascal, reserved), name.Rank(pascal));
    }

    private static IEnumerable<string?> Candidates(WireName name, string plain, string? reserved)
    {
        yield return name.Override;
        yield return plain;
        yield return reserved;
        foreach (string? exact in Exactly(name.Text, plain))
        {
            yield return exact;
        }
    }

    /// <summary>Values and their constants <c>{Name}Value</c>, all free.</summary>
    public static Identifier[] EnumValues(NameScope scope, IEnumerable<WireName> names) =>
        NameContest.Settle(scope, names.Select(name => EnumValue(scope, name)).ToArray(), static name => [name + "Value"]);

    /// <summary>What a value would be called if the name were free.</summary>
    public static string Wish(NameScope scope, WireName name) => EnumValue(scope, name).First;

    private static Contender EnumValue(NameScope scope, WireName name)
    {
        string plain = SymbolWords.HasSign(name.Text) ? Safe(SymbolWords.Spell(name.Text)) : Pascal(name.Text);
        string? reserved = scope.IsFree(plain) && scope.IsFree(plain + "Value") ? null : plain + "Item";
        return new Contender(Candidates(name, plain, reserved).Append(plain + "Item"), name.Rank(plain));
    }

    /// <summary>How a name is written, then its symbols as words, then its capitals as well: the last differs for every name.</summary>
    public static IEnumerable<string?> Exactly(string text, string plain)
    {
        string? style = LetterCase.Of(text);
        yield return style is null ? Safe(SymbolWords.SpellEnds(text)) : null;
        yield return style is null ? Safe(SymbolWords.Spell(text)) : null;
        yield return style is null ? null : plain + style;
        yield return Safe(SymbolWords.SpellCapitals(text));
    }

    /// <summary>Never empty, never beginning with a digit.</summary>
    public static string Pascal(string text)
    {
        string name = Words.Pascal(text);
        return Safe(name.Length == 0 ? SymbolWords.Spell(text) : name);
    }

    public static string Camel(string pascal)
    {
        int i = 0;
        while (i < pascal.Length && pascal[i] == '_')
        {
            i++;
        }

        return i == pascal.Length
            ? pascal
            : pascal.Substring(0, i) + char.ToLowerInvariant(pascal[i]) + pascal.Substring(i + 1);
    }

    /// <summary>Whether a text is <see cref="Camel"/> of a name.</summary>
    public static bool IsCamel(string text, string pascal)
    {
        int i = 0;
        while (i < pascal.Length && pascal[i] == '_')
        {
            i++;
        }

        return text.Length == pascal.Length
            && string.CompareOrdinal(text, 0, pascal, 0, i) == 0
            && (i == pascal.Length
                || (text[i] == char.ToLowerInvariant(pascal[i]) && string.CompareOrdinal(text, i + 1, pascal, i + 1, text.Length) == 0));
    }

    private static string Safe(string name)
    {
        if (IsSafe(name))
        {
            return NameLength.Bounded(name);
        }

        // Letters outside the basic plane and combining marks are no identifier characters on their own.
        var result = new StringBuilder(name.Length + 1);
        foreach (char c in name)
        {
            if (IsPart(c))
            {
                result.Append(c);
            }
        }

        if (result.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(result[0]))
        {
            result.Insert(0, '_');
        }

        return result.Length > 1 || result[0] != '_' ? NameLength.Bounded(result.ToString()) : "_value";
    }

    private static bool IsSafe(string name)
    {
        foreach (char c in name)
        {
            if (!IsPart(c))
            {
                return false;
            }
        }

        return name.Length > 0 && name != "_" && SyntaxFacts.IsIdentifierStartCharacter(name[0]);
    }

    private static bool IsPart(char c) => c < 128
        ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
        : char.IsLetterOrDigit(c) && SyntaxFacts.IsIdentifierPartCharacter(c);
}
