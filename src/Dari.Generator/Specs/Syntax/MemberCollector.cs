using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dari.Generator.Diagnostics;

namespace Dari.Generator.Specs.Syntax;

/// <summary>Collects the members of open objects and reports names that stand twice; the first one stays.</summary>
internal sealed class MemberCollector(ProblemList problems)
{
    /// <summary>Up to here comparing with each other is cheaper than a set.</summary>
    private const int FewMembers = 12;

    private readonly NodeStack<SpecMember> _members = new();
    private readonly HashSet<string> _names = [];

    /// <summary>Remember it when an object opens and give it back when it closes.</summary>
    public int Mark => _members.Count;

    public void Add(SpecMember member) => _members.Push(member);

    public SpecMember[] Close(int mark)
    {
        SpecMember[] members = _members.PopFrom(mark);
        return HasDuplicate(members) ? WithoutDuplicates(members) : members;
    }

    [MethodImpl(HotPath.Optimized)]
    private bool HasDuplicate(SpecMember[] members)
    {
        if (members.Length > FewMembers)
        {
            _names.Clear();
            foreach (SpecMember member in members)
            {
                if (!_names.Add(member.Name))
                {
                    return true;
                }
            }

            return false;
        }

        for (int i = 1; i < members.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (members[i].Name == members[j].Name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private SpecMember[] WithoutDuplicates(SpecMember[] members)
    {
        var kept = new List<SpecMember>(members.Length);
        _names.Clear();
        foreach (SpecMember member in members)
        {
            if (_names.Add(member.Name))
            {
                kept.Add(member);
            }
            else
            {
                problems.Add(DiagnosticDescriptors.DuplicateKey, member.NameStart, member.NameEnd, member.Name);
            }
        }

        return [.. kept];
    }
}
