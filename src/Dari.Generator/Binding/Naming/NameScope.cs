using System;
using System.Collections.Generic;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Names that are taken in one place (types of a namespace, members of a type, parameters of a method). Names that differ
/// only in case are taken to clash: file names and readers would confuse them.
/// </summary>
internal sealed class NameScope
{
    /// <summary>What is put behind a name when all that could tell two things apart has been said.</summary>
    public const string LastWord = "Other";

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<string>? _always;

    public NameScope(params string[] reserved) => Reserve(reserved);

    /// <param name="always">Names that are taken in every place of the kind: one set for all of them, which does not change.</param>
    public static NameScope Beside(HashSet<string> always) => new() { _always = always };

    /// <summary>Names for <see cref="Beside"/>.</summary>
    public static HashSet<string> Always(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);

    public void Reserve(params string[] names) => _taken.UnionWith(names);

    public bool IsFree(string name) => !_taken.Contains(name) && _always?.Contains(name) != true;

    /// <summary>Takes all names or none.</summary>
    public bool TryReserve(IReadOnlyList<string> names)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (!TryAdd(names[i]))
            {
                for (int taken = 0; taken < i; taken++)
                {
                    _taken.Remove(names[taken]);
                }

                return false;
            }
        }

        return true;
    }

    /// <summary>The first candidate that is free, for one thing that nothing of its kind competes with.</summary>
    /// <param name="candidates">From the most wanted to the least; each made of letters, digits and underscores.</param>
    public Identifier Take(params string[] candidates)
    {
        foreach (string candidate in candidates)
        {
            if (TryAdd(candidate))
            {
                return Identifier.From(candidate);
            }
        }

        string name = candidates[candidates.Length - 1];
        do
        {
            name += LastWord;
        }
        while (!TryAdd(name));

        return Identifier.From(name);
    }

    private bool TryAdd(string name) => _always?.Contains(name) != true && _taken.Add(name);
}
