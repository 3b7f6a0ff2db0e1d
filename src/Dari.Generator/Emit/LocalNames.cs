using System;
using System.Collections.Generic;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Hands out names for locals of a method that hide nothing the method needs.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> _taken;

    public LocalNames(IEnumerable<string> taken) => _taken = new HashSet<string>(taken, StringComparer.Ordinal);

    /// <summary>The name in camel case, made longer while something else is called that.</summary>
    public Identifier Take(string name)
    {
        string camel = char.ToLowerInvariant(name[0]) + name.Substring(1);
        string free = camel;
        for (int i = 2; !_taken.Add(free); i++)
        {
            free = i == 2 ? camel + "Value" : camel + "Value" + i;
        }

        return Identifier.From(free);
    }
}
