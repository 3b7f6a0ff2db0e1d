using System;
using System.Collections.Generic;
using System.Globalization;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.References;

/// <summary>Follows JSON pointers (RFC 6901) as they stand in the fragment of a URI.</summary>
internal sealed class JsonPointer
{
    /// <summary>From this many members on, an index is worth making.</summary>
    private const int ManyMembers = 32;

    private readonly Dictionary<SpecNode, Dictionary<string, SpecNode>> _indexes = [];

    /// <summary>Where the pointer leads to from <paramref name="root"/>; it is empty or begins with <c>/</c>.</summary>
    public SpecPlace? Follow(SpecPlace root, string pointer)
    {
        SpecPlace place = root;
        int start = 1;
        while (start <= pointer.Length)
        {
            int slash = pointer.IndexOf('/', start);
            int end = slash < 0 ? pointer.Length : slash;
            string segment = pointer.Substring(start, end - start);
            if (Step(place, Unescape(segment)) is not { } next)
            {
                return null;
            }

            place = next;
            start = end + 1;
        }

        return place;
    }

    /// <summary>Percent escapes of a fragment; a lone <c>%</c> stands for itself.</summary>
    public static string Decode(string fragment) =>
        fragment.IndexOf('%') < 0 ? fragment : Uri.UnescapeDataString(fragment);

    private static string Unescape(string segment) =>
        segment.IndexOf('~') < 0 ? segment : segment.Replace("~1", "/").Replace("~0", "~");

    private SpecPlace? Step(SpecPlace place, string segment)
    {
        if (place.IsObject)
        {
            return Member(place.Node, segment) is { } value ? place.At(segment, value) : null;
        }

        bool isIndex = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index);
        return place.IsArray && isIndex && index < place.Node.Items.Length
            ? place.At(segment, place.Node.Items[index])
            : null;
    }

    private SpecNode? Member(SpecNode node, string name)
    {
        if (node.Members.Length < ManyMembers)
        {
            return node.Member(name);
        }

        if (!_indexes.TryGetValue(node, out Dictionary<string, SpecNode>? index))
        {
            index = new Dictionary<string, SpecNode>(node.Members.Length, StringComparer.Ordinal);
            foreach (SpecMember member in node.Members)
            {
                index[member.Name] = member.Value;
            }

            _indexes.Add(node, index);
        }

        return index.TryGetValue(name, out SpecNode? value) ? value : null;
    }
}
