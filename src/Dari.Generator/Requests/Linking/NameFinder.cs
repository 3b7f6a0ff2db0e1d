using System;
using System.Collections.Generic;
using Dari.Generator.Equality;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Requests.Linking;

/// <summary>
/// Finds which documents of a build a document may refer to, from its text alone: whoever refers to <c>common.yaml</c>
/// writes that name somewhere. A mention in a comment counts as well, which costs nothing but a reading.
/// </summary>
internal static class NameFinder
{
    /// <summary>More would be a document made to cost time.</summary>
    private const int MaxIds = 256;

    public static DocumentNames Names(SpecSource source)
    {
        string text = source.Text.ToString();
        var ids = new List<string>();
        foreach (string keyword in (string[])["$self", "$id"])
        {
            for (int at = text.IndexOf(keyword, StringComparison.Ordinal);
                at >= 0 && ids.Count < MaxIds;
                at = text.IndexOf(keyword, at + 1, StringComparison.Ordinal))
            {
                if (Value(text, at + keyword.Length) is { Length: > 0 } id)
                {
                    ids.Add(id);
                }
            }
        }

        return new DocumentNames(source.Path, ids);
    }

    public static DocumentMentions Mentions(SpecSource source, EquatableArray<DocumentNames> others)
    {
        var paths = new List<string>();
        string? text = null;
        bool hasBase = false;
        foreach (DocumentNames other in others)
        {
            if (other.Path == source.Path)
            {
                continue;
            }

            if (text is null)
            {
                text = source.Text.ToString();
                hasBase = text.IndexOf("$id", StringComparison.Ordinal) >= 0 || text.IndexOf("$self", StringComparison.Ordinal) >= 0;
            }

            if (IsMentioned(text, other, hasBase))
            {
                paths.Add(other.Path);
            }
        }

        return new DocumentMentions(source, paths);
    }

    private static bool IsMentioned(string text, DocumentNames other, bool hasBase)
    {
        string name = SpecPath.FileName(other.Path);
        if (Contains(text, name) || (Uri.EscapeDataString(name) is { } escaped && escaped != name && Contains(text, escaped)))
        {
            return true;
        }

        foreach (string id in other.Ids)
        {
            // A relative reference may name just the end of an id, where its own document has a base.
            if (text.IndexOf(id.TrimEnd('#'), StringComparison.Ordinal) >= 0
                || (hasBase && SpecPath.FileName(id.TrimEnd('#', '/')) is { Length: > 0 } end && Contains(text, end)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name stands in the text and is not the end of a longer one: <c>store.yaml</c> is not in <c>petstore.yaml</c>.</summary>
    private static bool Contains(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || (!char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('-' or '_')) || IsEscape(text, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>%2Fcommon.yaml</c>: the letters before the name are a slash.</summary>
    private static bool IsEscape(string text, int at) => at >= 3 && text[at - 3] == '%';

    /// <summary>The scalar behind a key, in JSON or YAML.</summary>
    private static string? Value(string text, int at)
    {
        int start = at < text.Length && text[at] is '"' or '\'' ? at + 1 : at;
        start = SkipSpace(text, start);
        if (start >= text.Length || text[start] != ':')
        {
            return null;
        }

        start = SkipSpace(text, start + 1);
        start += start < text.Length && text[start] is '"' or '\'' ? 1 : 0;
        int end = start;
        while (end < text.Length && text[end] is > ' ' and not ('"' or '\'' or ',' or '}' or '{' or '['))
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
