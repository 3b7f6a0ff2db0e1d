namespace Dari.Paging;

/// <summary>The header <c>Link</c> (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The target of the link with the relation <c>next</c>, or null.</summary>
    internal static string? Next(string? header)
    {
        ReadOnlySpan<char> rest = header;
        while (rest.IndexOf('<') is var open and >= 0 && rest[open..].IndexOf('>') is var length and > 0)
        {
            string target = rest.Slice(open + 1, length - 1).ToString();
            rest = rest[(open + length + 1)..];
            int end = rest.IndexOf('<');
            string parameters = (end < 0 ? rest : rest[..end]).ToString();
            if (IsNext(parameters))
            {
                return target;
            }
        }

        return null;
    }

    // rel="next", rel=next, or one of several relations in quotes.
    private static bool IsNext(string parameters) => parameters
        .Split(';', ',')
        .Select(static one => one.Split('=', 2))
        .Any(static pair => pair.Length == 2
            && pair[0].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase)
            && pair[1].Trim().Trim('"').Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase));
}
