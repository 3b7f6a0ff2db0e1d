using System;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Review.Contracts;

/// <summary>Where a part of a contract stands in its document; a contract that comes from a lock has no places.</summary>
internal sealed class ContractPlace
{
    private readonly SpecTexts _texts;
    private readonly SpecNode _node;
    private readonly SpecMember? _key;
    private readonly SpecPointer? _chain;
    private string? _pointer;

    /// <param name="texts">The document and what it refers to.</param>
    /// <param name="node">The value.</param>
    /// <param name="key">The member that holds it, where there is one: a person looks for the name.</param>
    /// <param name="pointer">Its JSON pointer.</param>
    public ContractPlace(SpecTexts texts, SpecNode node, SpecMember? key, string pointer)
        : this(texts, node, key) => _pointer = pointer;

    public ContractPlace(SpecTexts texts, SpecNode node, SpecMember? key, SpecPointer pointer)
        : this(texts, node, key) => _chain = pointer;

    private ContractPlace(SpecTexts texts, SpecNode node, SpecMember? key) => (_texts, _node, _key) = (texts, node, key);

    /// <summary>The member of that name with its place, where there is one.</summary>
    public static SpecMember? Key(SpecNode? holder, string name, StringComparison comparison = StringComparison.Ordinal)
    {
        foreach (SpecMember member in holder?.Members ?? [])
        {
            if (string.Equals(member.Name, name, comparison))
            {
                return member;
            }
        }

        return null;
    }

    public string Pointer => _pointer ??= _chain!.ToString();

    /// <summary>Where the part begins.</summary>
    public LocationInfo Location => _key is { } key ? _texts.Locate(key.NameStart, key.NameEnd) : _texts.Locate(_node.Start, _node.Start);

    /// <summary>Where a keyword of the part stands; the part itself where it does not say the word.</summary>
    public LocationInfo Of(string keyword)
    {
        foreach (SpecMember member in _node.Members)
        {
            if (member.Name == keyword)
            {
                return _texts.Locate(member.NameStart, member.NameEnd);
            }
        }

        return Location;
    }

    /// <summary>Where members within members of the part stand, as far down as they are there; else the part itself.</summary>
    public LocationInfo Within(params string[] names)
    {
        LocationInfo found = Location;
        SpecNode? holder = _node;
        foreach (string name in names)
        {
            if (Key(holder, name) is not { } member)
            {
                break;
            }

            found = _texts.Locate(member.NameStart, member.NameEnd);
            holder = member.Value;
        }

        return found;
    }
}
