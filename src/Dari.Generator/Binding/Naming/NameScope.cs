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

    public NameScope(params string[] reserved) => Reserve(reserved);

    public void Reserve(params string[] names) => _taken.UnionWith(names);

    public bool IsFree(string name) => !_taken.Contains(name);

    /// <summary>The first candidate that is free, for one thing that nothing of its kind competes with.</summary>
    /// <param name="candidates">From the most wanted to the least; each made of letters, digits and underscores.</param>
    public Identifier Take(params string[] candidates)
    {
        foreach (string candidate in candidates)
        {
            if (_taken.Add(candidate))
            {
                return Identifier.From(candidate);
            }
        }

        string name = candidates[candidates.Length - 1];
        do
        {
            name += LastWord;
        }
        while (!_taken.Add(name));

        return Identifier.From(name);
    }
}
