using System.Globalization;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Keeps names within what compilers take (1,023 bytes for a type with its namespace) and people read.
/// </summary>
internal static class NameLength
{
    private const int Longest = 200;

    /// <summary>The name, or its beginning and a hash of the whole, so that two long names stay two.</summary>
    public static string Bounded(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        return name.Substring(0, Longest - 9) + "_" + StableHash.Of(name).ToString("X8", CultureInfo.InvariantCulture);
    }
}
