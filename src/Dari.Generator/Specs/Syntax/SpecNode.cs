using System;
using System.Runtime.CompilerServices;

namespace Dari.Generator.Specs.Syntax;

internal enum SpecNodeKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// <summary>
/// A value of a JSON or YAML document with its place: UTF-16 offsets into the text that the compiler holds. YAML scalars
/// are resolved by the core schema of YAML 1.2, so <c>yes</c> is a string and <c>2020-01-01</c> is one too.
/// </summary>
internal sealed class SpecNode
{
    private static readonly SpecMember[] NoMembers = [];
    private static readonly SpecNode[] NoItems = [];

    /// <summary>A bit for each name, so that most names that are not there are known not to be; 0 until it is needed.</summary>
    private ulong _nameBits;

    public required SpecNodeKind Kind { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>The value of a string; a number as written; <c>true</c> or <c>false</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>In document order; the first of a duplicate wins (and is reported by the reader).</summary>
    public SpecMember[] Members { get; init; } = NoMembers;

    public SpecNode[] Items { get; init; } = NoItems;

    [MethodImpl(HotPath.Optimized)]
    public SpecNode? Member(string name)
    {
        SpecMember[] members = Members;
        if (_nameBits == 0)
        {
            foreach (SpecMember member in members)
            {
                _nameBits |= NameBit(member.Name);
            }
        }

        // A reader asks for some fifty keywords of which most schemas have three.
        if ((_nameBits & NameBit(name)) == 0)
        {
            return null;
        }

        foreach (SpecMember member in members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>The text of a string member; <see langword="null"/> when it is absent or of another kind.</summary>
    public string? StringMember(string name) =>
        Member(name) is { Kind: SpecNodeKind.String } node ? node.Text : null;

    public bool IsTrue(string name) => Member(name) is { Kind: SpecNodeKind.Boolean, Text: "true" };

    private static ulong NameBit(string name) =>
        name.Length == 0 ? 1UL : 1UL << ((name.Length + (name[0] * 5) + (name[name.Length - 1] * 3)) & 63);
}

/// <summary>A name and its value; the name's own place is kept for diagnostics about it.</summary>
internal readonly record struct SpecMember(string Name, int NameStart, int NameEnd, SpecNode Value);
