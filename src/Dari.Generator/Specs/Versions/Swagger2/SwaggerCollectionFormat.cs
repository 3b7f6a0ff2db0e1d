using Dari.Generator.Specs.References;

namespace Dari.Generator.Specs.Versions.Swagger2;

/// <summary><c>collectionFormat</c> in the words of 3.x.</summary>
internal static class SwaggerCollectionFormat
{
    /// <param name="context">Takes problems.</param>
    /// <param name="parameter">The parameter or form field.</param>
    /// <param name="isForm">In a query or a form, the only places that can repeat a name.</param>
    public static (ApiParameterStyle Style, bool Explode) Read(ReadContext context, SpecPlace parameter, bool isForm)
    {
        ApiParameterStyle separatedByComma = isForm ? ApiParameterStyle.Form : ApiParameterStyle.Simple;
        switch (context.Text(parameter, "collectionFormat"))
        {
            case null or "csv":
                return (separatedByComma, false);
            case "multi" when isForm:
                return (ApiParameterStyle.Form, true);
            case "ssv":
                return (ApiParameterStyle.SpaceDelimited, false);
            case "tsv":
                return (ApiParameterStyle.TabDelimited, false);
            case "pipes":
                return (ApiParameterStyle.PipeDelimited, false);
            default:
                string expected = isForm ? "csv, ssv, tsv, pipes or multi" : "csv, ssv, tsv or pipes";
                context.ReportKind(parameter.Member("collectionFormat")!.Value, expected);
                return (separatedByComma, false);
        }
    }
}
