using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Versions.Swagger2;

/// <summary><c>consumes</c> and <c>produces</c>: an operation's own replace those of the document, also when they are empty.</summary>
internal sealed class SwaggerMediaTypes(ReadContext context, SpecPlace root)
{
    public IReadOnlyList<string> Of(SpecPlace operation, string name)
    {
        if ((operation.Member(name) ?? root.Member(name)) is not { } list)
        {
            return [];
        }

        if (list.Node.Kind == SpecNodeKind.String)
        {
            context.ReportLeniency(list, "a list of media types", "a string", "a list of this one");
            return [list.Node.Text];
        }

        return context.ExpectList(list, "a list of media types")
            ? [.. list.Items.Where(item => item.Node.Kind == SpecNodeKind.String).Select(item => item.Node.Text).Distinct()]
            : [];
    }
}
