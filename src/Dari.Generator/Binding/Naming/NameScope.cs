using System;
using System.Collections.Generic;
using System.Globalization;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Hands out names that are unique in one place (types of a namespace, members of a type, parameters of a method).
/// Names that differ only in case are taken to clash: file names and readers would confuse them.
/// </summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public NameScope(params string[] reserved) => Reserve(reserved);

    public void Reserve(params string[] names) => _taken.UnionWith(names);

    public bool IsFree(string name) => !_taken.Contains(name);

    /// <summary>The first candidate that is free; if none is, the last one with a number.</summary>
    /// <param name="clash">The candidate that would have been first, when it was not free.</param>
    /// <param name="candidates">From the most wanted to the least; each made of letters, digits and underscores.</param>
    public Identifier Take(out string? clash, IReadOnlyList<string> candidates)
    {
        clash = null;
        foreach (string candidate in candidates)
        {
            if (_taken.Add(candidate))
            {
                return Identifier.From(candidate);
            }

            clash ??= candidate;
        }

        string last = candidates[candidates.Count - 1];
        for (int number = 2; ; number++)
        {
            string numbered = last + number.ToString(CultureInfo.InvariantCulture);
            if (_taken.Add(numbered))
            {
                return Identifier.From(numbered);
            }
        }
    }

    public Identifier Take(params string[] candidates) => Take(out _, candidates);
}
