using Dari.Generator.Model;

namespace Dari.Generator.Binding.Naming;

/// <summary>Turns names of the document into names of members: properties, parameters and values of enumerations.</summary>
internal static class MemberNames
{
    /// <summary>What every record has already, and what C# does not let a member be called.</summary>
    private static readonly string[] RecordMembers =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "EqualityContract", "PrintMembers", "Clone", "Deconstruct",
    ];

    /// <summary>Names for properties of the record <paramref name="type"/>; a member may not be called as its type.</summary>
    public static NameScope ScopeOf(Identifier type)
    {
        var scope = new NameScope(RecordMembers);
        scope.Reserve(type.Plain);
        return scope;
    }

    public static NameScope ScopeOfEnum(Identifier type)
    {
        NameScope scope = ScopeOf(type);
        scope.Reserve("Value");
        return scope;
    }

    public static Identifier Property(NameScope scope, string wireName)
    {
        string name = Pascal(wireName);
        return scope.Take(name, name + "Value", Safe(SymbolWords.Spell(wireName)), name + "Member");
    }

    /// <summary>A value and its constant <c>{Name}Value</c>, both free.</summary>
    public static Identifier EnumValue(NameScope scope, string wire)
    {
        string plain = SymbolWords.HasSign(wire) ? Safe(SymbolWords.Spell(wire)) : Pascal(wire);
        string spelled = Safe(SymbolWords.Spell(wire));
        foreach (string candidate in new[] { plain, spelled, plain + "Item", spelled + "Item" })
        {
            if (scope.IsFree(candidate) && scope.IsFree(candidate + "Value"))
            {
                scope.Reserve(candidate + "Value");
                return scope.Take(candidate);
            }
        }

        return scope.Take(spelled + "Item");
    }

    public static Identifier Parameter(NameScope scope, string wireName)
    {
        string name = Camel(Pascal(wireName));
        return scope.Take(name, name + "Value", name + "Parameter");
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

    private static string Safe(string name)
    {
        // Letters outside the basic plane and combining marks are no identifier characters on their own.
        var result = new System.Text.StringBuilder(name.Length + 1);
        foreach (char c in name)
        {
            if (c == '_' || (char.IsLetterOrDigit(c) && Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsIdentifierPartCharacter(c)))
            {
                result.Append(c);
            }
        }

        if (result.Length == 0 || !Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsIdentifierStartCharacter(result[0]))
        {
            result.Insert(0, '_');
        }

        return result.Length > 1 || result[0] != '_' ? result.ToString() : "_value";
    }
}
