using System;
using System.Collections.Generic;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Names of files below the folder of a document; unique ignoring case, as the compiler and file systems want.</summary>
internal sealed class HintNameScope(string folder)
{
    // With EmitCompilerGeneratedFiles they become files, whose names have at most 255 bytes.
    private const int MaxLength = 100;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string name, string suffix)
    {
        string shortened = name.Length > MaxLength ? name.Substring(0, MaxLength) + "_" + StableHash.Of(name).ToString("x8") : name;
        string free = shortened;
        for (int i = 2; !_taken.Add(free + suffix); i++)
        {
            free = shortened + "_" + i;
        }

        return folder + "/" + free + suffix;
    }
}
