using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations.Variants;

/// <summary>Which of the media types beside that of the method itself get a method of their own.</summary>
/// <param name="Offered">Each gets one.</param>
/// <param name="SameValue">Other notations of the value that the method takes or gives already.</param>
/// <param name="Unknown">Names that are no media types.</param>
internal sealed record MediaChoice(
    IReadOnlyList<ApiMediaType> Offered, IReadOnlyList<ApiMediaType> SameValue, IReadOnlyList<ApiMediaType> Unknown)
{
    /// <param name="chosen">What the method itself sends or reads.</param>
    /// <param name="content">All that the document declares.</param>
    public static MediaChoice Of(ApiMediaType chosen, IReadOnlyList<ApiMediaType> content)
    {
        var offered = new List<ApiMediaType>();
        var same = new List<ApiMediaType>();
        var unknown = new List<ApiMediaType>();
        foreach (ApiMediaType media in content.Where(media => media != chosen && !Covers(media.Name, chosen.Name)))
        {
            List<ApiMediaType> list = !MediaTypes.IsValid(media.Name) ? unknown : IsSameValue(media, chosen) ? same : offered;
            list.Add(media);
        }

        return new MediaChoice(offered, same, unknown);
    }

    /// <summary>Whether a range such as <c>application/*+json</c> says no more than the type itself.</summary>
    private static bool Covers(string range, string name)
    {
        string[] parts = MediaTypes.Essence(range).Split('/');
        string[] chosen = MediaTypes.Essence(name).Split('/');
        return MediaTypes.Essence(range) == "*/*"
            || MediaTypes.WithoutCharset(range) == MediaTypes.WithoutCharset(name)
            || (parts.Length == 2 && chosen.Length == 2 && parts[0] == chosen[0]
                && (parts[1] == "*" || (parts[1] == "*+json" && MediaTypes.IsJson(name))));
    }

    private static bool IsSameValue(ApiMediaType media, ApiMediaType chosen)
    {
        bool isNotation = MediaTypes.IsJson(media.Name) ? MediaTypes.IsJson(chosen.Name) && !MediaTypes.IsPatch(media.Name) : MediaTypes.IsNotation(media.Name);
        bool isTyped = MediaTypes.IsJson(chosen.Name) || MediaTypes.IsMultipart(chosen.Name) || MediaTypes.IsUrlEncoded(chosen.Name);
        return isNotation && isTyped && SchemaLikeness.AreAlike(media.Schema, chosen.Schema);
    }
}
