namespace Dari.Json;

/// <summary>Takes apart names that are joined by line feeds, the form in which they cost one literal.</summary>
internal static class JoinedNames
{
    internal static byte[][] Split(ReadOnlySpan<byte> joined)
    {
        if (joined.IsEmpty)
        {
            return [];
        }

        var names = new byte[joined.Count((byte)'\n') + 1][];
        for (int i = 0; ; i++)
        {
            int end = joined.IndexOf((byte)'\n');
            if (end < 0)
            {
                names[i] = joined.ToArray();
                return names;
            }

            names[i] = joined[..end].ToArray();
            joined = joined[(end + 1)..];
        }
    }
}
