using System;
using System.Collections.Generic;
using Dari.Generator.Emit;

namespace Dari.Generator;

/// <summary>What the compiler asks of the names of files, checked while their document is still known.</summary>
internal static class HintNames
{
    private const string Allowed = ".,-+`_ ()[]{}/";

    /// <exception cref="InvalidOperationException">The compiler would refuse one of the names.</exception>
    public static void Check(IReadOnlyList<GeneratedFile> files)
    {
        // The compiler compares them so, whatever the file system.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (GeneratedFile file in files)
        {
            if (!seen.Add(file.HintName))
            {
                throw new InvalidOperationException("Two generated files are called '" + file.HintName + "'");
            }

            if (!IsLegal(file.HintName))
            {
                throw new InvalidOperationException("No generated file can be called '" + file.HintName + "'");
            }
        }
    }

    private static bool IsLegal(string name)
    {
        foreach (char character in name)
        {
            if (!char.IsLetterOrDigit(character) && Allowed.IndexOf(character) < 0)
            {
                return false;
            }
        }

        foreach (string segment in name.Split('/'))
        {
            if (segment.Length == 0 || segment.StartsWith(".", StringComparison.Ordinal) || segment.Trim() != segment)
            {
                return false;
            }
        }

        return true;
    }
}
