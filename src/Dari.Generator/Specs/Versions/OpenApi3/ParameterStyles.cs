using Dari.Generator.Specs.References;

namespace Dari.Generator.Specs.Versions.OpenApi3;

/// <summary>The words for styles in parameters and in <c>encoding</c>.</summary>
internal static class ParameterStyles
{
    /// <summary><see langword="null"/> for a word that is none, which is reported.</summary>
    public static ApiParameterStyle? Read(ReadContext context, SpecPlace place)
    {
        ApiParameterStyle? style = place.Node.Text switch
        {
            "simple" => ApiParameterStyle.Simple,
            "label" => ApiParameterStyle.Label,
            "matrix" => ApiParameterStyle.Matrix,
            "form" => ApiParameterStyle.Form,
            "spaceDelimited" => ApiParameterStyle.SpaceDelimited,
            "pipeDelimited" => ApiParameterStyle.PipeDelimited,
            "deepObject" => ApiParameterStyle.DeepObject,

            // 3.2: the form style without percent encoding, which only cookies have.
            "cookie" => ApiParameterStyle.Form,
            _ => null,
        };

        if (style is null)
        {
            context.ReportKind(place, "a style such as form or simple");
        }

        return style;
    }
}
