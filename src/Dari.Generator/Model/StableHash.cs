namespace Dari.Generator.Model;

/// <summary>FNV-1a: the same on every machine and in every process, which <c>GetHashCode</c> is not.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ (character & 0xFFu)) * 16777619);
            hash = unchecked((hash ^ (uint)(character >> 8)) * 16777619);
        }

        return hash;
    }
}
