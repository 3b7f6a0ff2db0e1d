using System;
using System.Linq;
using Dari.Generator.Binding.Naming;

namespace Dari.Generator.Binding.Operations.Variants;

/// <summary>
/// What a media type is called in the name of a method: <c>Form</c>, <c>Csv</c>, <c>Events</c>, <c>MergePatch</c>.
/// </summary>
internal static class MediaWords
{
    // "vnd." and "x-" say who registered a type, not what it is (RFC 6838, 3.2 and 3.4).
    private static readonly string[] Facets = ["vnd", "prs", "x"];

    public static string Of(string mediaType) => MediaTypes.Essence(mediaType) switch
    {
        "application/x-www-form-urlencoded" => "Form",
        "application/octet-stream" => "File",
        "text/plain" => "Text",
        "text/event-stream" => "Events",
        "*/*" => "Content",
        var essence when MediaTypes.IsLines(essence) => "Lines",
        "multipart/form-data" or "multipart/*" => "Multipart",
        var essence when essence.EndsWith("/*", StringComparison.Ordinal) => MemberNames.Pascal(essence.Split('/')[0]),
        var essence => Subtype(essence),
    };

    /// <summary>All that a media type says, its parameters as well: no two have it in common.</summary>
    public static string Whole(string mediaType) => MemberNames.Pascal(SymbolWords.Spell(mediaType)).TrimStart('_');

    private static string Subtype(string essence)
    {
        string subtype = essence.Substring(essence.IndexOf('/') + 1);
        int suffix = subtype.LastIndexOf('+');
        string[] words = Words.Split(suffix > 0 ? subtype.Substring(0, suffix) : subtype).ToArray();
        string[] told = words.SkipWhile(word => Facets.Contains(word, StringComparer.OrdinalIgnoreCase)).ToArray();
        return MemberNames.Pascal(string.Join(" ", told.Length > 0 ? told : words)).TrimStart('_');
    }
}
